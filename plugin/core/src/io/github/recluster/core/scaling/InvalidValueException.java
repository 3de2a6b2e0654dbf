// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.scaling;

/**
 * A number in a table with which a column cannot be scaled; says where, so that a caller who knows
 * the row by a key can say so too.
 */
public final class InvalidValueException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String column;
  private final int row;
  private final String rule;
  private final double value;

  InvalidValueException(String column, int row, String rule, double value) {
    super("column \"" + column + "\" must be " + rule + ", got " + value + " in row " + row);
    this.column = column;
    this.row = row;
    this.rule = rule;
    this.value = value;
  }

  /** Name of the column. */
  public String column() {
    return column;
  }

  /** The row, counted from 0. */
  public int row() {
    return row;
  }

  /** What the number must be: "above -1 for log(1 + x)". */
  public String rule() {
    return rule;
  }

  /** The number. */
  public double value() {
    return value;
  }
}
