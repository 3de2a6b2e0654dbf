// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.standin;

import org.knime.core.node.NodeDialogPane;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeView;

/** The node of the tests. */
public final class TestNodeFactory extends NodeFactory<TestNodeModel> {
  @Override
  public TestNodeModel createNodeModel() {
    return new TestNodeModel();
  }

  @Override
  protected int getNrNodeViews() {
    return 0;
  }

  @Override
  public NodeView<TestNodeModel> createNodeView(int index, TestNodeModel model) {
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
}
