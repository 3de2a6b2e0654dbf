// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.streamable;

/** Joins what operators of several partitions carry. */
public abstract class MergeOperator {
  public MergeOperator() {}

  public abstract StreamableOperatorInternals mergeFinal(StreamableOperatorInternals[] internals);
}
