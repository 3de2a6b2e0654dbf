// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

/**
 * GLOSH: how far a row's density lies below the densest of its neighborhood in the tree.
 *
 * <p>In: a condensed tree. Out: 0 (as dense as anything below its cluster) to 1, one a row. How:
 * one pass.
 *
 * <p>Ref: Campello, Moulavi, Zimek, Sander: Hierarchical density estimates for data clustering,
 * visualization, and outlier detection (TKDD 2015), section 5.
 */
final class OutlierScores {
  private OutlierScores() {}

  /** The score of each row. */
  static double[] of(CondensedTree tree) {
    double[] death = tree.deathsBelow();
    double[] scores = new double[tree.rows()];
    for (int row = 0; row < scores.length; row++) {
      double largest = death[tree.clusterOfRow(row)];
      double lambda = tree.lambdaOfRow(row);
      if (largest > 0 && lambda < largest) {
        scores[row] = largest == Double.POSITIVE_INFINITY ? 1 : (largest - lambda) / largest;
      }
    }
    return scores;
  }
}
