// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.ovr;

import io.github.recluster.core.trees.TreeEnsemble;
import java.util.List;

/**
 * What the classifiers of all clusters say about some rows.
 *
 * <p>Each classifier was trained on its own, so the probabilities of a row need not add up to 1.
 * With balanced weights a probability is that in a world where the cluster makes up half of the
 * rows.
 */
public final class OneVsRestPrediction {
  /** The winner of a row that no classifier claims. */
  public static final int NONE = -1;

  /** The label of a row that no classifier claims. */
  public static final String NONE_OF_THESE = "None of these";

  private final List<String> labels;
  private final float[][] margins;
  private final double threshold;

  OneVsRestPrediction(List<String> labels, float[][] margins, double threshold) {
    this.labels = labels;
    this.margins = margins;
    this.threshold = threshold;
  }

  /** Number of rows. */
  public int rows() {
    return margins[0].length;
  }

  /** The clusters, in the order of the probabilities. */
  public List<String> labels() {
    return labels;
  }

  /** The probability that a row is in a cluster. */
  public double probability(int row, int cluster) {
    return TreeEnsemble.probability(margins[cluster][row]);
  }

  /** The likeliest cluster of a row (the first of equals), or {@link #NONE} below the threshold. */
  public int winner(int row) {
    int best = best(row);
    return probability(row, best) < threshold ? NONE : best;
  }

  /** The name of the winner, or {@link #NONE_OF_THESE}. */
  public String label(int row) {
    int winner = winner(row);
    return winner == NONE ? NONE_OF_THESE : labels.get(winner);
  }

  /** The probability of the likeliest cluster less that of the second; all of it if it is alone. */
  public double lead(int row) {
    int best = best(row);
    double second = 0;
    for (int k = 0; k < margins.length; k++) {
      if (k != best) {
        second = Math.max(second, probability(row, k));
      }
    }
    return probability(row, best) - second;
  }

  private int best(int row) {
    int best = 0;
    for (int k = 1; k < margins.length; k++) {
      if (margins[k][row] > margins[best][row]) {
        best = k;
      }
    }
    return best;
  }
}
