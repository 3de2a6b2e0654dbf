// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Values as their places among all, so that far ones do not take all colors. */
final class Ranks {
  private Ranks() {}

  /**
   * Each value's place from 0 (the least) to 1 (the greatest, however many share it); equal values
   * alike, in the middle if all are equal, missing ones NaN.
   */
  static double[] of(float[] values) {
    int[] order =
        IntStream.range(0, values.length)
            .filter(i -> !Float.isNaN(values[i]))
            .boxed()
            .sorted((a, b) -> Float.compare(values[a], values[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] ranks = new double[values.length];
    Arrays.fill(ranks, Double.NaN);
    for (int k = 0; k < order.length; k++) {
      boolean tied = k > 0 && values[order[k]] == values[order[k - 1]];
      ranks[order[k]] = tied ? ranks[order[k - 1]] : k;
    }
    double top = order.length == 0 ? 0 : ranks[order[order.length - 1]];
    return Arrays.stream(ranks)
        .map(rank -> Double.isNaN(rank) ? rank : top == 0 ? 0.5 : rank / top)
        .toArray();
  }
}
