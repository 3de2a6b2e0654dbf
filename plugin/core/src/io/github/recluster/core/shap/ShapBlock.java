// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.shap;

/** The contributions of all features to one ensemble's predictions of some rows in a row. */
public final class ShapBlock {
  private final int model;
  private final int firstRow;
  private final int rows;
  private final double[][] contributions;
  private final double[] predictions;

  ShapBlock(int model, int firstRow, int rows, double[][] contributions, double[] predictions) {
    this.model = model;
    this.firstRow = firstRow;
    this.rows = rows;
    this.contributions = contributions;
    this.predictions = predictions;
  }

  /** The ensemble. */
  public int model() {
    return model;
  }

  /** The first row of the block, counted in the table. */
  public int firstRow() {
    return firstRow;
  }

  /** Number of rows of the block. */
  public int rows() {
    return rows;
  }

  /** What a feature contributes to the prediction of row {@code firstRow + row}. */
  public double contribution(int row, int feature) {
    return contributions[feature][row];
  }

  /** The prediction of row {@code firstRow + row}, found without SHAP. */
  public double prediction(int row) {
    return predictions[row];
  }

  /** How far base value and contributions are from the prediction. */
  public double additivityError(int row, double baseValue) {
    double sum = baseValue;
    for (double[] feature : contributions) {
      sum += feature[row];
    }
    return Math.abs(sum - predictions[row]);
  }
}
