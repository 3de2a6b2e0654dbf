// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.shap;

/** What one leaf contributes to each feature of its way, in one of the two modes. */
interface LeafValues {
  /**
   * For every agreement (bit {@code i}: the row's feature {@code i} takes the way): {@code [i][
   * agreement]} is what the leaf contributes to its feature {@code i}.
   */
  double[][] table();

  /** The same for one agreement, for ways too long for a table. */
  void contributions(long agreement, double[] out);
}
