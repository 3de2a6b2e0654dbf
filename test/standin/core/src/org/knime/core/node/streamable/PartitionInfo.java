// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.streamable;

/** Which part of the rows an operator sees. */
public class PartitionInfo {
  private final int index;
  private final int count;

  public PartitionInfo(int index, int count) {
    this.index = index;
    this.count = count;
  }
}
