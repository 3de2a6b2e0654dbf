// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.data;

import java.util.Arrays;

/**
 * A table of numbers: {@code rows × columns}, flat and row-major, so that row {@code i} lies at
 * {@code values[i * columns] … values[(i + 1) * columns - 1]}.
 *
 * <p>The array is not copied, neither on the way in nor by {@link #values()}: whoever hands it over
 * must not write to it afterwards, and no stage writes to its input.
 */
public final class Matrix {
  /** The largest of numbers whose squares, and sums of squares, are far from overflow. */
  public static final double LARGEST = 1e100;

  private final int rows;
  private final int columns;
  private final double[] values;

  private Matrix(int rows, int columns, double[] values) {
    this.rows = rows;
    this.columns = columns;
    this.values = values;
  }

  /**
   * Wraps an array.
   *
   * @param values {@code rows * columns} numbers, row after row; not copied
   * @throws IllegalArgumentException if the length is not {@code rows * columns}
   */
  public static Matrix of(int rows, int columns, double[] values) {
    if (rows < 0 || columns < 0 || (long) rows * columns != values.length) {
      throw new IllegalArgumentException(
          "values must be rows × columns = "
              + rows
              + " × "
              + columns
              + " numbers, got "
              + values.length);
    }
    return new Matrix(rows, columns, values);
  }

  /**
   * Copies an array of rows; for small tables and tests.
   *
   * @throws IllegalArgumentException if the rows differ in length
   */
  public static Matrix ofRows(double[]... rows) {
    int columns = rows.length == 0 ? 0 : rows[0].length;
    double[] values = new double[rows.length * columns];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != columns) {
        throw new IllegalArgumentException(
            "rows must have equal lengths, got " + columns + " and " + rows[i].length);
      }
      System.arraycopy(rows[i], 0, values, i * columns, columns);
    }
    return new Matrix(rows.length, columns, values);
  }

  /** Number of rows. */
  public int rows() {
    return rows;
  }

  /** Number of columns. */
  public int columns() {
    return columns;
  }

  /** The numbers themselves, row-major; not a copy. */
  @SuppressWarnings("EI_EXPOSE_REP")
  public double[] values() {
    return values;
  }

  /** The number in a row and a column, both counted from 0. */
  public double get(int row, int column) {
    return values[row * columns + column];
  }

  /** A copy of a row. */
  public double[] row(int row) {
    return Arrays.copyOfRange(values, row * columns, (row + 1) * columns);
  }

  /** A copy of a column. */
  public double[] column(int column) {
    double[] result = new double[rows];
    for (int i = 0; i < rows; i++) {
      result[i] = values[i * columns + column];
    }
    return result;
  }

  /** A new matrix of the given rows, in the given order; a row may come twice. */
  public Matrix select(int[] ids) {
    double[] result = new double[ids.length * columns];
    for (int i = 0; i < ids.length; i++) {
      System.arraycopy(values, ids[i] * columns, result, i * columns, columns);
    }
    return new Matrix(ids.length, columns, result);
  }

  /** A new matrix whose row {@code ids[i]} is row {@code i} of this one: undoes {@link #select}. */
  public Matrix scatter(int[] ids) {
    double[] result = new double[values.length];
    for (int i = 0; i < ids.length; i++) {
      System.arraycopy(values, i * columns, result, ids[i] * columns, columns);
    }
    return new Matrix(rows, columns, result);
  }

  /**
   * This matrix, after a look at every number.
   *
   * @throws IllegalArgumentException naming the first row and column that hold NaN or an infinity
   */
  public Matrix requireFinite() {
    return require(Double.MAX_VALUE, "finite");
  }

  /**
   * This matrix, after a look at every number.
   *
   * @throws IllegalArgumentException naming the first row and column that hold NaN, an infinity, or
   *     a number beyond {@link #LARGEST}
   */
  public Matrix requireModerate() {
    return require(LARGEST, "numbers between -1e100 and 1e100");
  }

  private Matrix require(double largest, String rule) {
    for (int i = 0; i < values.length; i++) {
      if (!(Math.abs(values[i]) <= largest)) {
        throw new IllegalArgumentException(
            "values must be "
                + rule
                + ", got "
                + values[i]
                + " in row "
                + i / columns
                + ", column "
                + i % columns);
      }
    }
    return this;
  }
}
