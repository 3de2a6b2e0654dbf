// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.neighbors;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Seeds;
import java.util.Arrays;

/**
 * Approximate neighbors: a neighbor's neighbor is probably a neighbor.
 *
 * <p>In: n points of d floats, any kernel. Out: k neighbors each, nearly all of them right. How: a
 * forest of random trees gives first lists; then, round by round, the fresh entries around each
 * point are compared with one another and with the others around it, until hardly anything changes.
 * Lists are shared by all threads (see {@link SharedLists}); which pairs are compared hangs on the
 * lists of the round before alone, so the bits are the same at any number of threads. Ref: Dong,
 * Moses, Li: Efficient k-nearest neighbor graph construction for generic similarity measures (WWW
 * 2011).
 */
final class NnDescent {
  private static final int CHUNK = 256;
  private static final int LEAF = 60;
  private static final int CANDIDATES = 30;
  private static final int TREES = 8;
  private static final int ROUNDS = 12;
  private static final double CHANGE = 0.001;

  private final float[] points;
  private final int n;
  private final int d;
  private final Kernel kernel;
  private final Parallel parallel;
  private final SharedLists lists;

  private NnDescent(float[] points, int n, int d, int k, Kernel kernel, Parallel parallel) {
    this.points = points;
    this.n = n;
    this.d = d;
    this.kernel = kernel;
    this.parallel = parallel;
    this.lists = new SharedLists(n, k);
  }

  /** Neighbors by the kernel's number; {@code k} well below n. */
  static KnnGraph find(
      float[] points, int n, int d, int k, Kernel kernel, long seed, Parallel parallel) {
    NnDescent search = new NnDescent(points, n, d, k, kernel, parallel);
    search.plant(Seeds.stream(seed, 0));
    for (int round = 1; round <= ROUNDS; round++) {
      parallel
          .progress()
          .report(0.3 + 0.7 * round / (ROUNDS + 1), "Searching neighbors, round " + round);
      search.round(Seeds.stream(seed, round));
      if (search.lists.freshEntries() <= CHANGE * n * k) {
        break;
      }
    }
    return new KnnGraph(n, k, search.lists.indices, search.lists.numbers);
  }

  private void plant(long seed) {
    int leaf = Math.max(LEAF, 2 * lists.k + 2);
    ProjectionTree tree = new ProjectionTree(points, d, kernel, leaf, parallel.progress());
    Counter grown = new Counter(TREES, "Searching neighbors", parallel.part(0, 0.3));
    parallel.forChunks(
        TREES,
        1,
        (from, to) -> {
          tree.grow(n, Seeds.stream(seed, from), this::compareAll);
          grown.add(1);
        });
  }

  private void compareAll(int[] order, int from, int to) {
    for (int i = from; i < to; i++) {
      for (int j = i + 1; j < to; j++) {
        compare(order[i], order[j]);
      }
    }
  }

  private void compare(int p, int q) {
    if (p != q) {
      lists.offer(p, q, kernel.between(points, p * d, points, q * d, d));
    }
  }

  private void round(long seed) {
    int[][] recent = new int[n][];
    int[][] older = new int[n][];
    Candidates candidates = new Candidates(lists, CANDIDATES, seed);
    parallel.forChunks(
        n,
        CHUNK,
        (from, to) -> {
          long[] room = new long[64];
          for (int p = from; p < to; p++) {
            room = candidates.roomFor(p, room);
            recent[p] = candidates.of(p, true, room);
            older[p] = candidates.of(p, false, room);
          }
        });
    parallel.forChunks(n, CHUNK, (from, to) -> tire(recent, from, to));
    parallel.forChunks(
        n,
        CHUNK,
        (from, to) -> {
          for (int p = from; p < to; p++) {
            join(recent[p], older[p]);
          }
        });
  }

  private void tire(int[][] recent, int from, int to) {
    for (int p = from; p < to; p++) {
      int[] taken = recent[p].clone();
      Arrays.sort(taken);
      for (int e = p * lists.k; e < (p + 1) * lists.k; e++) {
        if (lists.fresh[e] && Arrays.binarySearch(taken, lists.indices[e]) >= 0) {
          lists.tire(e);
        }
      }
    }
  }

  private void join(int[] recent, int[] older) {
    for (int i = 0; i < recent.length; i++) {
      for (int j = i + 1; j < recent.length; j++) {
        compare(recent[i], recent[j]);
      }
      for (int other : older) {
        compare(recent[i], other);
      }
    }
  }
}
