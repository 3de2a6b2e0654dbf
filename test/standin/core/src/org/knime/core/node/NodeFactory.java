// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.io.IOException;
import org.knime.core.node.config.ConfigRO;
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

  public void loadAdditionalFactorySettings(ConfigRO config) throws InvalidSettingsException {}
}
