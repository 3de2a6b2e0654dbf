// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.stability;

import io.github.recluster.core.data.Labels;

/**
 * How often rows of one cluster lie together with rows of another, and with one another.
 *
 * <p>Out: k × k shares, of all pairs of rows and all runs; the diagonal is what holds a cluster
 * together. How: counts of rows common to clusters, so that n × n pairs are never formed.
 */
final class Togetherness {
  private Togetherness() {}

  static double[][] of(int[] labels, int[][] runs) {
    int[] sizes = Labels.sizes(labels);
    double[][] shares = new double[sizes.length][sizes.length];
    for (int[] run : runs) {
      Overlap overlap = Overlap.of(labels, run);
      int found = Labels.count(run);
      for (int a = 0; a < sizes.length; a++) {
        for (int b = 0; b < sizes.length; b++) {
          for (int c = 0; c < found; c++) {
            double other = overlap.common(b, c) - (a == b ? 1 : 0); // a row is no pair
            shares[a][b] += overlap.common(a, c) * other;
          }
        }
      }
    }
    for (int a = 0; a < sizes.length; a++) {
      for (int b = 0; b < sizes.length; b++) {
        double pairs = sizes[a] * (double) (sizes[b] - (a == b ? 1 : 0)) * runs.length;
        shares[a][b] = pairs == 0 ? 1 : shares[a][b] / pairs;
      }
    }
    return shares;
  }
}
