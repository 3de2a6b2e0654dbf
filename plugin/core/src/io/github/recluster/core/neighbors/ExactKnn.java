// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.neighbors;

import io.github.recluster.core.compute.Parallel;

/**
 * All pairs: the oracle of every other search.
 *
 * <p>In: n points of d floats. Out: exact neighbors, ties by index. How: some queries at a time
 * pass over the points, a {@link Tile} of them after the other, so that what is read from memory
 * serves many times; O(n² d).
 */
final class ExactKnn {
  /** Queries that pass over the points together. */
  static final int ROWS = 64;

  private static final int LANES = 128;

  /** With fewer queries it costs more to turn the points into tiles than tiles save. */
  private static final int FEW = 8;

  private final float[] points;
  private final int n;
  private final int d;
  private final Kernel kernel;

  ExactKnn(float[] points, int n, int d, Kernel kernel) {
    this.points = points;
    this.n = n;
    this.d = d;
    this.kernel = kernel;
  }

  /** Neighbors by the kernel's number; {@code k} < n. */
  static KnnGraph find(float[] points, int n, int d, int k, Kernel kernel, Parallel parallel) {
    ExactKnn search = new ExactKnn(points, n, d, kernel);
    int[] indices = new int[n * k];
    float[] numbers = new float[n * k];
    Counter done = new Counter(n, parallel);
    parallel.forChunks(
        n,
        ROWS,
        (from, to) -> {
          NearestList[] lists = search.nearest(points, from, to, k, true);
          for (int i = from; i < to; i++) {
            System.arraycopy(lists[i - from].indices, 0, indices, i * k, k);
            System.arraycopy(lists[i - from].numbers, 0, numbers, i * k, k);
          }
          done.add(to - from);
        });
    return new KnnGraph(n, k, indices, numbers);
  }

  /**
   * The k nearest points to each query from {@code from} to {@code to − 1}.
   *
   * @param self whether query i is point i, which does not count then
   */
  NearestList[] nearest(float[] queries, int from, int to, int k, boolean self) {
    NearestList[] lists = new NearestList[to - from];
    for (int i = 0; i < lists.length; i++) {
      lists[i] = new NearestList(k);
    }
    if (lists.length < FEW) {
      for (int j = 0; j < n; j++) {
        for (int i = from; i < to; i++) {
          if (!self || i != j) {
            lists[i - from].offer(j, kernel.between(queries, i * d, points, j * d, d));
          }
        }
      }
      return lists;
    }
    Tile tile = new Tile(points, d, Math.min(LANES, n), kernel);
    for (int j = 0; j < n; j += LANES) {
      tile.load(j, Math.min(n, j + LANES));
      for (int i = from; i < to; i++) {
        tile.compare(queries, i * d);
        tile.offerTo(lists[i - from], self ? i : -1);
      }
    }
    return lists;
  }
}
