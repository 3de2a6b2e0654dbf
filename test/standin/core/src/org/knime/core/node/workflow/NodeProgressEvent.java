// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.util.EventObject;

/** A node's progress has changed. */
public class NodeProgressEvent extends EventObject {
  private static final long serialVersionUID = 1L;
  private final transient NodeProgress progress;

  public NodeProgressEvent(NodeID node, NodeProgress progress) {
    super(node);
    this.progress = progress;
  }

  public NodeProgress getNodeProgress() {
    return progress;
  }

  @Override
  public NodeID getSource() {
    return (NodeID) super.getSource();
  }
}
