// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.table;

import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;

/** What a column holds, as far as the stages tell columns apart. */
public enum ColumnKind {
  /** Numbers. */
  NUMBER,
  /** True or false. */
  BOOLEAN,
  /** Texts that stand for categories. */
  TEXT,
  /** Anything else: no stage reads it. */
  OTHER;

  /**
   * The kind of a type. A boolean is a number to KNIME, but a kind of its own here; so is a column
   * that was made without any value, which KNIME takes for all kinds at once.
   */
  public static ColumnKind of(DataType type) {
    if (type.isMissingValueType()) {
      return OTHER;
    } else if (type.isCompatible(BooleanValue.class)) {
      return BOOLEAN;
    } else if (type.isCompatible(DoubleValue.class)) {
      return NUMBER;
    } else if (type.isCompatible(StringValue.class)) {
      return TEXT;
    }
    return OTHER;
  }
}
