// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.stability;

import io.github.recluster.core.data.Labels;
import java.util.Arrays;

/**
 * Whether a clustering says anything: an island beside the rest is found by every run, and tells
 * nobody more than that the island is there.
 *
 * <p>How: the clusters' effective number, 1 / Σ share², is 2 for two of one size, 1.6 for two of
 * which one is three times the other, and 1 for a single one.
 */
final class Balance {
  /** Clusters that are in effect fewer say little: one of two holds over three quarters. */
  static final double FEWEST = 1.6;

  private Balance() {}

  static boolean isTrivial(int[] labels) {
    return effectiveClusters(Labels.sizes(labels)) < FEWEST;
  }

  /** The cluster that is all but the islands, or noise if the clusters do say something. */
  static int rest(int[] labels) {
    int[] sizes = Labels.sizes(labels);
    if (sizes.length < 2 || effectiveClusters(sizes) >= FEWEST) {
      return Labels.NOISE;
    }
    int rest = 0;
    for (int c = 1; c < sizes.length; c++) {
      rest = sizes[c] > sizes[rest] ? c : rest;
    }
    return rest;
  }

  private static double effectiveClusters(int[] sizes) {
    double all = Arrays.stream(sizes).sum();
    double squares = Arrays.stream(sizes).mapToDouble(s -> s / all * (s / all)).sum();
    return all == 0 ? 0 : 1 / squares;
  }
}
