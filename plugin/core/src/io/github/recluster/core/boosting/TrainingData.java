// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.boosting;

import io.github.recluster.core.data.Matrix;

/**
 * The rows that all classifiers of one training share.
 *
 * @param x the training rows, NaN = missing
 * @param weights how much each training row counts; empty if all count the same
 * @param validation the rows that say when to stop early; none if it has no rows
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record TrainingData(Matrix x, double[] weights, Matrix validation) {
  /** Checks the lengths and that weights are no less than 0. */
  public TrainingData {
    if (weights.length != 0 && weights.length != x.rows()) {
      throw new IllegalArgumentException(
          "weights must be one a row, " + x.rows() + ", got " + weights.length);
    }
    for (double w : weights) {
      if (!(w >= 0 && w < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("weights must be at least 0, got " + w);
      }
    }
    if (validation.rows() > 0 && validation.columns() != x.columns()) {
      throw new IllegalArgumentException(
          "validation must have " + x.columns() + " columns, got " + validation.columns());
    }
  }

  /** Rows that all count the same, and none for validation. */
  public static TrainingData of(Matrix x) {
    return new TrainingData(x, new double[0], Matrix.of(0, x.columns(), new double[0]));
  }
}
