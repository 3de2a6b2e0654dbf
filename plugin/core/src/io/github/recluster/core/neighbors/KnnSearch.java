// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.neighbors;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.data.RowOrder;

/**
 * Finds the nearest neighbors of every row: exactly up to {@value #EXACT_ROWS} rows and, where the
 * distance grows with each column's difference, up to {@value #TREE_COORDINATES} coordinates;
 * approximately above.
 */
public final class KnnSearch {
  /** Up to this many rows every search is exact. */
  public static final int EXACT_ROWS = 4096;

  /** Up to this many coordinates a tree finds all about as soon as the other search finds most. */
  static final int TREE_COORDINATES = 6;

  private KnnSearch() {}

  /**
   * The k nearest other rows of each row; n − 1 where there are fewer.
   *
   * <p>Shuffled rows have the same neighbors, shuffled; ties are broken by the canonical order.
   *
   * @param x finite numbers, n × d
   * @param k neighbors of each row, itself not counted
   * @param seed of the random numbers of the approximate search
   */
  public static KnnGraph find(Matrix x, int k, Metric metric, long seed, Parallel parallel) {
    x.requireFinite();
    MetricSpace space = MetricSpace.of(x, metric);
    int[] order = RowOrder.canonical(x).order();
    KnnGraph sorted = find(space.points(x, order), x.rows(), space, k, seed, parallel);
    return restore(sorted, order);
  }

  /**
   * The same for points already in a space and in canonical order.
   *
   * @param points n × {@link MetricSpace#dimensions()} floats
   */
  public static KnnGraph find(
      float[] points, int n, MetricSpace space, int k, long seed, Parallel parallel) {
    int d = space.dimensions();
    int kept = Math.max(0, Math.min(k, n - 1));
    if (kept == 0) {
      return new KnnGraph(n, 0, new int[0], new float[0]);
    }
    Kernel kernel = space.kernel();
    KnnGraph found;
    if (n <= EXACT_ROWS || n < 4 * (long) kept) {
      found = ExactKnn.find(points, n, d, kept, kernel, parallel);
    } else if (d <= TREE_COORDINATES && kernel.growsWithDifferences()) {
      found = KdTreeKnn.find(points, n, d, kept, kernel, parallel);
    } else {
      found = NnDescent.find(points, n, d, kept, kernel, seed, parallel);
    }
    space.toDistances(found.distances());
    return found;
  }

  private static KnnGraph restore(KnnGraph sorted, int[] order) {
    int k = sorted.k();
    int[] indices = new int[sorted.indices().length];
    float[] distances = new float[indices.length];
    for (int i = 0; i < sorted.rows(); i++) {
      for (int j = 0; j < k; j++) {
        indices[order[i] * k + j] = order[sorted.indices()[i * k + j]];
        distances[order[i] * k + j] = sorted.distances()[i * k + j];
      }
    }
    return new KnnGraph(sorted.rows(), k, indices, distances);
  }
}
