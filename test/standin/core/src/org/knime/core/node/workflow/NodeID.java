// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.io.Serializable;

/** The number of a node, within the number of its workflow. */
public class NodeID implements Serializable, Comparable<NodeID> {
  private static final long serialVersionUID = 1L;
  public static final NodeID ROOTID = new NodeID(0);
  private final NodeID prefix;
  private final int index;

  public NodeID(int index) {
    this(null, index);
  }

  public NodeID(NodeID prefix, int index) {
    this.prefix = prefix;
    this.index = index;
  }

  @Override
  public int compareTo(NodeID other) {
    int byPrefix = prefix == null || other.prefix == null ? 0 : prefix.compareTo(other.prefix);
    return byPrefix != 0 ? byPrefix : Integer.compare(index, other.index);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NodeID && toString().equals(other.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  @Override
  public String toString() {
    return prefix == null ? Integer.toString(index) : prefix + ":" + index;
  }
}
