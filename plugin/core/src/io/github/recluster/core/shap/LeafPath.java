// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.shap;

/**
 * The way to a leaf, feature by feature: a row takes it if all its {@code D} features agree.
 *
 * @param value of the leaf
 * @param features the {@code D} distinct features asked for on the way
 * @param ratios for each, the share of training rows (by cover) that take the way at its splits
 * @param masks for each, which of the group's conditions are its splits on the way
 * @param wanted for each, how these conditions must come out
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record LeafPath(double value, int[] features, double[] ratios, long[] masks, long[] wanted) {
  /** Number of distinct features. */
  int depth() {
    return features.length;
  }

  /** Which of the features agree, given how the group's conditions come out. */
  long agreement(long conditions) {
    long agreement = 0;
    for (int i = 0; i < masks.length; i++) {
      if (((conditions ^ wanted[i]) & masks[i]) == 0) {
        agreement |= 1L << i;
      }
    }
    return agreement;
  }
}
