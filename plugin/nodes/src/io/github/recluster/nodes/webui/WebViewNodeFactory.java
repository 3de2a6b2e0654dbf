// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.webui;

import org.knime.core.webui.node.view.NodeView;
import org.knime.core.webui.node.view.NodeViewFactory;

/**
 * A node with a modern dialog and a view: the one page of all views, which draws what the model
 * remembered.
 *
 * @param <M> the node's model
 */
public abstract class WebViewNodeFactory<M extends WebNodeModel<?>> extends WebNodeFactory<M>
    implements NodeViewFactory<M> {

  /** The input table whose rows the view shows; its row keys are what is selected. */
  protected int tablePort() {
    return 0;
  }

  /** Counted, so that KNIME shows what the declaration says of the view. */
  @Override
  protected int getNrNodeViews() {
    return 1;
  }

  @Override
  public NodeView createNodeView(M model) {
    return new PageView(model::viewData, tablePort());
  }
}
