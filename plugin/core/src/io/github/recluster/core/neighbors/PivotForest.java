// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.neighbors;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Seeds;

/**
 * Trees that cut points into small groups of near ones.
 *
 * <p>In: n points and any kernel. Out: an order of the points per tree; {@link #groups} equal parts
 * of it are the groups. How: some pairs of points are drawn as pivots; how much nearer a point is
 * to the one than to the other is one coordinate of it (under Euclidean distance, a projection on a
 * random line). A tree halves its points again and again at the median of one of these coordinates,
 * of {@value #DRAWN} drawn ones that which spreads the points most. Coordinates are worked out once
 * for all trees; random numbers hang on the seed, the tree and the node alone. O(n log n) a tree.
 * Ref: Dasgupta, Freund: Random projection trees (STOC 2008); pivots as in Annoy. Differs: pivots
 * are drawn once, not for each node.
 */
final class PivotForest {
  private static final int DIRECTIONS = 24;
  private static final int DRAWN = 4;
  private static final int SAMPLE = 32;
  private static final int ROWS = 512;

  private final int n;
  private final int levels;
  private final float[][] coordinates = new float[DIRECTIONS][];

  PivotForest(
      float[] points, int n, int d, int largest, Kernel kernel, long seed, Parallel parallel) {
    this.n = n;
    int halvings = 0;
    while ((long) largest << halvings < n) {
      halvings++;
    }
    levels = halvings;
    int[] pivots = new int[2 * DIRECTIONS];
    for (int j = 0; j < pivots.length; j++) {
      pivots[j] = Seeds.below(seed, j, n);
    }
    for (int j = 0; j < DIRECTIONS; j++) {
      coordinates[j] = new float[n];
    }
    parallel.forChunks(
        n,
        ROWS,
        (from, to) -> {
          Tile tile = new Tile(points, d, pivots.length, kernel);
          tile.load(pivots, 0, pivots.length);
          for (int i = from; i < to; i++) {
            tile.compare(points, i * d);
            for (int j = 0; j < DIRECTIONS; j++) {
              coordinates[j][i] = tile.numbers[2 * j] - tile.numbers[2 * j + 1];
            }
          }
        });
  }

  /** Number of groups of each tree. */
  int groups() {
    return 1 << levels;
  }

  /** Where a group begins in a tree's order; group {@link #groups} begins at n. */
  int start(int group) {
    return (int) (((long) group * n) >> levels);
  }

  /** A tree's order of the points. */
  int[] grow(long seed) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    float[] keys = new float[n];
    for (int level = 0; level < levels; level++) {
      int step = 1 << (levels - level);
      for (int node = 0; node < 1 << level; node++) {
        int from = start(node * step);
        int to = start((node + 1) * step);
        float[] along = widest(order, from, to, Seeds.stream(seed, (1L << level) + node));
        for (int i = from; i < to; i++) {
          keys[i] = along[order[i]];
        }
        halve(keys, order, from, to - 1, start(node * step + step / 2));
      }
    }
    return order;
  }

  /** Of some coordinates, the one that spreads a sample of the points most. */
  private float[] widest(int[] order, int from, int to, long seed) {
    float[] best = coordinates[0];
    double most = -1;
    int step = Math.max(1, (to - from) / SAMPLE);
    for (int t = 0; t < DRAWN; t++) {
      float[] along = coordinates[Seeds.below(seed, t, DIRECTIONS)];
      double sum = 0;
      double square = 0;
      int count = 0;
      for (int i = from; i < to; i += step) {
        double v = along[order[i]];
        sum += v;
        square += v * v;
        count++;
      }
      double spread = square - sum * sum / count;
      if (spread > most) {
        most = spread;
        best = along;
      }
    }
    return best;
  }

  /** Quickselect: no key before {@code middle} is above it, none after it below. */
  private static void halve(float[] keys, int[] order, int from, int to, int middle) {
    int lo = from;
    int hi = to;
    while (lo < hi) {
      float pivot = keys[(lo + hi) >>> 1];
      int i = lo;
      int j = hi;
      while (i <= j) {
        while (keys[i] < pivot) {
          i++;
        }
        while (keys[j] > pivot) {
          j--;
        }
        if (i <= j) {
          float key = keys[i];
          keys[i] = keys[j];
          keys[j] = key;
          int row = order[i];
          order[i++] = order[j];
          order[j--] = row;
        }
      }
      if (middle <= j) {
        hi = j;
      } else if (middle >= i) {
        lo = i;
      } else {
        return;
      }
    }
  }
}
