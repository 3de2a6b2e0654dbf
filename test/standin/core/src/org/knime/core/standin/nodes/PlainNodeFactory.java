// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin.nodes;

import java.util.function.Supplier;
import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeDialogPane;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeView;
import org.w3c.dom.Element;

/** A node with a model and a name, without dialog and views. */
final class PlainNodeFactory extends NodeFactory<NodeModel> {
  private final String name;
  private final NodeType type;
  private final Supplier<NodeModel> model;

  PlainNodeFactory(String name, NodeType type, Supplier<NodeModel> model) {
    this.name = name;
    this.type = type;
    this.model = model;
  }

  @Override
  public NodeModel createNodeModel() {
    return model.get();
  }

  @Override
  protected int getNrNodeViews() {
    return 0;
  }

  @Override
  public NodeView<NodeModel> createNodeView(int index, NodeModel model) {
    return null;
  }

  @Override
  protected boolean hasDialog() {
    return false;
  }

  @Override
  protected NodeDialogPane createNodeDialogPane() {
    return null;
  }

  @Override
  protected NodeDescription createNodeDescription() {
    return new Description();
  }

  private final class Description extends NodeDescription {
    @Override
    public String getNodeName() {
      return name;
    }

    @Override
    public NodeType getType() {
      return type;
    }

    @Override
    public String getIconPath() {
      return null;
    }

    @Override
    public String getInportName(int index) {
      return "Input";
    }

    @Override
    public String getInportDescription(int index) {
      return "";
    }

    @Override
    public String getOutportName(int index) {
      return "Output";
    }

    @Override
    public String getOutportDescription(int index) {
      return "";
    }

    @Override
    public String getInteractiveViewName() {
      return null;
    }

    @Override
    public int getViewCount() {
      return 0;
    }

    @Override
    public String getViewName(int index) {
      return null;
    }

    @Override
    public String getViewDescription(int index) {
      return null;
    }

    @Override
    public Element getXMLDescription() {
      return null;
    }
  }
}
