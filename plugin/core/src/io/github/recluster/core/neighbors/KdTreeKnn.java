// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.neighbors;

import io.github.recluster.core.compute.Parallel;

/**
 * Exact neighbors of all points by a {@link KdTree}: what {@link ExactKnn} finds, bit for bit.
 *
 * <p>In: n points of few floats. Out: exact neighbors, ties by index. How: one descent a point, in
 * the order of the leaves, so that what one has read serves the next; about O(n log n) while d is
 * small, O(n² d) at worst.
 */
final class KdTreeKnn {
  private static final int ROWS = 64;

  private KdTreeKnn() {}

  /** Neighbors by the kernel's number; {@code k} < n. */
  static KnnGraph find(float[] points, int n, int d, int k, Kernel kernel, Parallel parallel) {
    KdTree tree = KdTree.of(points, n, d, kernel, parallel);
    int[] indices = new int[n * k];
    float[] numbers = new float[n * k];
    Counter done = new Counter(n, parallel);
    parallel.forChunks(
        n,
        ROWS,
        (from, to) -> {
          KdTree.Search search = tree.new Search(k);
          for (int slot = from; slot < to; slot++) {
            int i = tree.index(slot);
            NearestList list = search.nearest(points, i * d, i);
            System.arraycopy(list.indices, 0, indices, i * k, k);
            System.arraycopy(list.numbers, 0, numbers, i * k, k);
          }
          done.add(to - from);
        });
    return new KnnGraph(n, k, indices, numbers);
  }
}
