// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

/** A view of a node, as a window. */
public abstract class AbstractNodeView<T extends AbstractNodeView.ViewableModel> {
  /** What can be viewed. */
  public interface ViewableModel {}

  private final T model;

  protected AbstractNodeView(T model) {
    this.model = model;
  }

  protected abstract void modelChanged();
}
