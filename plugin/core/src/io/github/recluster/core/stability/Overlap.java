// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.stability;

import io.github.recluster.core.data.Labels;

/**
 * How the clusters of the consensus lie over those of one run: rows common to each pair.
 *
 * <p>Cost: O(n + clusters that meet), linear memory but for the table of pairs.
 */
final class Overlap {
  private final int[][] common; // consensus cluster × run cluster
  private final int[] seen; // rows of each consensus cluster that the run saw
  private final int[] sizes; // rows of each run cluster

  private Overlap(int clusters, int found) {
    this.common = new int[clusters][found];
    this.seen = new int[clusters];
    this.sizes = new int[found];
  }

  static Overlap of(int[] consensus, int[] run) {
    Overlap overlap = new Overlap(Labels.count(consensus), Labels.count(run));
    for (int i = 0; i < run.length; i++) {
      boolean inside = consensus[i] != Labels.NOISE;
      if (run[i] != Runs.ABSENT && inside) {
        overlap.seen[consensus[i]]++;
      }
      if (run[i] >= 0) {
        overlap.sizes[run[i]]++;
        if (inside) {
          overlap.common[consensus[i]][run[i]]++;
        }
      }
    }
    return overlap;
  }

  /** Rows common to a cluster and a run's cluster. */
  int common(int cluster, int found) {
    return common[cluster][found];
  }

  /** Jaccard of a cluster and the run's most alike one; NaN if the run saw none of its rows. */
  double jaccard(int cluster) {
    double best = 0;
    for (int c = 0; c < sizes.length; c++) {
      double both = common[cluster][c];
      best = Math.max(best, both / (seen[cluster] + sizes[c] - both));
    }
    return seen[cluster] == 0 ? Double.NaN : best;
  }

  /** The run's cluster that holds most of a cluster's rows: where it lives; −1 if nowhere. */
  int home(int cluster) {
    int home = -1;
    for (int c = 0; c < sizes.length; c++) {
      if (common[cluster][c] > (home < 0 ? 0 : common[cluster][home])) {
        home = c;
      }
    }
    return home;
  }
}
