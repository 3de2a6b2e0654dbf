// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.neighbors;

import io.github.recluster.core.compute.Progress;
import io.github.recluster.core.compute.Seeds;

/**
 * Cuts points into small groups of near ones: two of a group's points are drawn, and each point
 * goes with the one that it is nearer to, until groups are small.
 *
 * <p>In: n points and any kernel. Out: an order of the points; each group handed to whoever asks.
 * How: random numbers hang on the tree's seed and the node's path alone; O(n d log n). Ref:
 * Dasgupta, Freund: Random projection trees (STOC 2008), as Annoy and pynndescent cut.
 */
final class ProjectionTree {
  private static final int TRIES = 3;
  private static final int LOPSIDED = 20;

  /** Takes the points {@code order[from] … order[to − 1]}, a group. */
  @FunctionalInterface
  interface Group {
    void take(int[] order, int from, int to);
  }

  private final float[] points;
  private final int d;
  private final Kernel kernel;
  private final int largest;
  private final Progress progress;

  ProjectionTree(float[] points, int d, Kernel kernel, int largest, Progress progress) {
    this.points = points;
    this.d = d;
    this.kernel = kernel;
    this.largest = largest;
    this.progress = progress;
  }

  void grow(int n, long seed, Group group) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    split(order, new int[n], 0, n, seed, group);
  }

  private void split(int[] order, int[] spare, int from, int to, long seed, Group group) {
    progress.checkCanceled();
    if (to - from <= largest) {
      group.take(order, from, to);
      return;
    }
    int middle = (from + to) >>> 1;
    for (int attempt = 0; attempt < TRIES; attempt++) {
      int cut = part(order, spare, from, to, Seeds.stream(seed, 2 + attempt));
      if (Math.min(cut - from, to - cut) * LOPSIDED >= to - from) {
        middle = cut;
        break;
      }
    }
    split(order, spare, from, middle, Seeds.stream(seed, 0), group);
    split(order, spare, middle, to, Seeds.stream(seed, 1), group);
  }

  /** Stable: both sides keep the order that they came in. */
  private int part(int[] order, int[] spare, int from, int to, long seed) {
    int a = order[from + Seeds.below(seed, 0, to - from)];
    int b = order[from + Seeds.below(seed, 1, to - from)];
    int left = from;
    int right = 0;
    for (int i = from; i < to; i++) {
      int p = order[i];
      float toA = kernel.between(points, p * d, points, a * d, d);
      float toB = kernel.between(points, p * d, points, b * d, d);
      if (toA < toB || (toA == toB && (Seeds.bits(seed, p + 2L) & 1) == 0)) {
        order[left++] = p;
      } else {
        spare[right++] = p;
      }
    }
    System.arraycopy(spare, 0, order, left, right);
    return left;
  }
}
