// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

/** A view of a node as a Swing window; the stand-in never opens one. */
public abstract class NodeView<T extends NodeModel> extends AbstractNodeView<T> {

  protected NodeView(T model) {
    super(model);
  }

  protected abstract void onClose();

  protected abstract void onOpen();
}
