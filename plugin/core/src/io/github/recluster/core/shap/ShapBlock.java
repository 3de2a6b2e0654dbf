// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.shap;

/** The contributions of all features to one ensemble's predictions of some rows in a row. */
public final class ShapBlock {
  private final int model;
  private final int slabStart;
  private final int from;
  private final int to;
  private final double[][] contributions;
  private final double[] predictions;

  /**
   * Rows {@code from} … {@code to − 1} of a slab that starts at row {@code slabStart} of the table.
   */
  ShapBlock(
      int model, int slabStart, int from, int to, double[][] contributions, double[] predictions) {
    this.model = model;
    this.slabStart = slabStart;
    this.from = from;
    this.to = to;
    this.contributions = contributions;
    this.predictions = predictions;
  }

  /** The ensemble. */
  public int model() {
    return model;
  }

  /** The first row of the block, counted in the table. */
  public int firstRow() {
    return slabStart + from;
  }

  /** Number of rows of the block. */
  public int rows() {
    return to - from;
  }

  /** What a feature contributes to the prediction of row {@code firstRow + row}. */
  public double contribution(int row, int feature) {
    return contributions[feature][from + row];
  }

  /** The prediction of row {@code firstRow + row}, found without SHAP. */
  public double prediction(int row) {
    return predictions[from + row];
  }
}
