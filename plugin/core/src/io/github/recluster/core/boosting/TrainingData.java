// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.boosting;

import io.github.recluster.core.data.Matrix;

/**
 * The rows that all classifiers of one training share.
 *
 * @param x the training rows, NaN = missing
 * @param weights how much each training row counts; empty if all count the same
 * @param validation the rows that say when to stop early; none if it has no rows
 * @param validationWeights how much each of these counts; empty if all count the same
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record TrainingData(
    Matrix x, double[] weights, Matrix validation, double[] validationWeights) {
  /** Checks the lengths and that weights are no less than 0. */
  public TrainingData {
    if (validation.rows() > 0 && validation.columns() != x.columns()) {
      throw new IllegalArgumentException(
          "validation must have " + x.columns() + " columns, got " + validation.columns());
    }
    check("weights", weights, x.rows());
    check("validationWeights", validationWeights, validation.rows());
  }

  private static void check(String name, double[] weights, int rows) {
    if (weights.length != 0 && weights.length != rows) {
      throw new IllegalArgumentException(
          name + " must be one a row, " + rows + ", got " + weights.length);
    }
    for (double w : weights) {
      if (!(w >= 0 && w < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(name + " must be at least 0, got " + w);
      }
    }
  }

  /** Rows that all count the same, and none for validation. */
  public static TrainingData of(Matrix x) {
    return weighted(x, new double[0]);
  }

  /** Rows of which each counts as much as it is given, and none for validation. */
  public static TrainingData weighted(Matrix x, double[] weights) {
    Matrix none = Matrix.of(0, x.columns(), new double[0]);
    return new TrainingData(x, weights, none, new double[0]);
  }
}
