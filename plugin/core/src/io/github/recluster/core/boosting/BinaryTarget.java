// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.boosting;

/**
 * What one classifier shall tell apart.
 *
 * @param positive whether each training row is in the class
 * @param validationPositive whether each validation row is; empty if there are none
 * @param positiveWeight how much more a positive row counts than a negative one ({@code
 *     scale_pos_weight})
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record BinaryTarget(
    boolean[] positive, boolean[] validationPositive, double positiveWeight) {
  /** Checks the weight. */
  public BinaryTarget {
    if (!(positiveWeight > 0 && positiveWeight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("positiveWeight must be above 0, got " + positiveWeight);
    }
  }
}
