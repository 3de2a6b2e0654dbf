// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.neighbors;

import io.github.recluster.core.compute.Parallel;

/**
 * All pairs: the oracle of every other search.
 *
 * <p>In: n points of d floats. Out: exact neighbors, ties by index. How: eight rows at a time pass
 * over the whole table, so that a point read from memory serves eight times; O(n² d).
 */
final class ExactKnn {
  private static final int ROWS = 8;

  private ExactKnn() {}

  /** Neighbors by the kernel's number; {@code k} < n. */
  static KnnGraph find(float[] points, int n, int d, int k, Kernel kernel, Parallel parallel) {
    int[] indices = new int[n * k];
    float[] numbers = new float[n * k];
    Counter done = new Counter(n, "Searching neighbors", parallel);
    parallel.forChunks(
        n,
        ROWS,
        (from, to) -> {
          NearestList[] lists = new NearestList[to - from];
          for (int i = 0; i < lists.length; i++) {
            lists[i] = new NearestList(k);
          }
          for (int j = 0; j < n; j++) {
            for (int i = from; i < to; i++) {
              if (i != j) {
                lists[i - from].offer(j, kernel.between(points, i * d, points, j * d, d));
              }
            }
          }
          for (int i = from; i < to; i++) {
            System.arraycopy(lists[i - from].indices, 0, indices, i * k, k);
            System.arraycopy(lists[i - from].numbers, 0, numbers, i * k, k);
          }
          done.add(to - from);
        });
    return new KnnGraph(n, k, indices, numbers);
  }
}
