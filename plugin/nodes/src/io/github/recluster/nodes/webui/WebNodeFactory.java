// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.webui;

import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeDialogPane;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeView;
import org.knime.core.webui.node.dialog.NodeDialog;
import org.knime.core.webui.node.dialog.NodeDialogFactory;
import org.knime.core.webui.node.dialog.NodeDialogManager;
import org.knime.core.webui.node.dialog.SettingsType;
import org.knime.core.webui.node.dialog.defaultdialog.DefaultNodeDialog;

/**
 * A node with a modern dialog, made from its declaration.
 *
 * @param <M> the node's model
 */
public abstract class WebNodeFactory<M extends NodeModel> extends NodeFactory<M>
    implements NodeDialogFactory {

  /**
   * What the node is. KNIME asks for it while the factory is being constructed: return a constant
   * of the class.
   */
  protected abstract NodeDeclaration declaration();

  @Override
  protected NodeDescription createNodeDescription() {
    return declaration().toDescription();
  }

  @Override
  public NodeDialog createNodeDialog() {
    return new DefaultNodeDialog(SettingsType.MODEL, declaration().parameters());
  }

  /** For KNIME's classic user interface: flow variables only. */
  @Override
  protected NodeDialogPane createNodeDialogPane() {
    return NodeDialogManager.createLegacyFlowVariableNodeDialog(createNodeDialog());
  }

  @Override
  protected boolean hasDialog() {
    return true;
  }

  /** No view of the classic user interface. */
  @Override
  protected int getNrNodeViews() {
    return 0;
  }

  @Override
  public NodeView<M> createNodeView(int index, M model) {
    throw new IllegalStateException("The node has no classic view.");
  }
}
