// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.awt.Component;

/** A view of a node as a Swing window; the stand-in never opens one. */
public abstract class NodeView<T extends NodeModel> extends AbstractNodeView<T> {
  private Component component;

  protected NodeView(T model) {
    super(model);
  }

  protected T getNodeModel() {
    return getViewableModel();
  }

  protected abstract void onClose();

  protected abstract void onOpen();

  protected final Component getComponent() {
    return component;
  }

  protected final void setComponent(Component component) {
    this.component = component;
  }
}
