// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.io.IOException;
import java.net.URL;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Makes a node's model, dialog, views and description. */
public abstract class NodeFactory<T extends NodeModel> {
  /** What a node is for. */
  public enum NodeType {
    Source,
    Sink,
    Learner,
    Predictor,
    Manipulator,
    Visualizer,
    Widget,
    Meta,
    LoopStart,
    LoopEnd,
    ScopeStart,
    ScopeEnd,
    QuickForm,
    Configuration,
    Other,
    Missing,
    Unknown,
    Subnode,
    VirtualIn,
    VirtualOut,
    Container
  }

  private NodeDescription description;

  protected NodeFactory() {
    this(false);
  }

  protected NodeFactory(boolean lazy) {}

  public abstract T createNodeModel();

  protected abstract int getNrNodeViews();

  public abstract NodeView<T> createNodeView(int index, T model);

  protected abstract boolean hasDialog();

  protected abstract NodeDialogPane createNodeDialogPane();

  protected NodeDescription createNodeDescription() throws SAXException, IOException {
    throw new IOException(
        "The stand-in reads no node descriptions from XML files: " + getClass().getName());
  }

  public synchronized void init() {
    if (description == null) {
      try {
        description = createNodeDescription();
      } catch (SAXException | IOException e) {
        throw new IllegalStateException(e.getMessage(), e);
      }
    }
  }

  final NodeDescription description() {
    init();
    return description;
  }

  public final String getNodeName() {
    return description().getNodeName();
  }

  public String getInportName(int index) {
    return description().getInportName(index);
  }

  public String getOutportName(int index) {
    return description().getOutportName(index);
  }

  public final String getInportDescription(int index) {
    return description().getInportDescription(index);
  }

  public final String getOutportDescription(int index) {
    return description().getOutportDescription(index);
  }

  public final String[] getKeywords() {
    return description().getKeywords();
  }

  protected final String getNodeViewName(int index) {
    return description().getViewName(index);
  }

  protected final String getViewDescription(int index) {
    return description().getViewDescription(index);
  }

  public String getInteractiveViewName() {
    return description().getInteractiveViewName();
  }

  public Element getXMLDescription() {
    return description().getXMLDescription();
  }

  public NodeType getType() {
    return description().getType();
  }

  public final boolean isDeprecated() {
    return description().isDeprecated();
  }

  public URL getIcon() {
    String path = description().getIconPath();
    return path == null ? null : getClass().getResource(path);
  }

  public void loadAdditionalFactorySettings(ConfigRO config) throws InvalidSettingsException {}

  public void saveAdditionalFactorySettings(ConfigWO config) {}
}
