// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

import java.util.Arrays;

/** The shortest edge that leaves each component, as far as known; any thread may offer. */
final class ShortestEdges {
  final double[] squared;
  final int[] from;
  final int[] to;
  private final Object[] locks = new Object[256];

  ShortestEdges(int n) {
    squared = new double[n];
    from = new int[n];
    to = new int[n];
    Arrays.setAll(locks, i -> new Object());
  }

  void clear() {
    Arrays.fill(squared, Double.POSITIVE_INFINITY);
    Arrays.fill(from, -1);
  }

  /** May be an older, larger value while others offer: right for pruning all the same. */
  double of(int component) {
    return squared[component];
  }

  void offer(int component, double s, int p, int q) {
    if (s < squared[component]) {
      synchronized (locks[component & 255]) {
        if (s < squared[component]) {
          from[component] = p;
          to[component] = q;
          squared[component] = s;
        }
      }
    }
  }
}
