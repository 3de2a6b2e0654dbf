// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.neighbors;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.data.RowOrder;
import java.util.Arrays;
import java.util.stream.IntStream;

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
    if (comparesAll(n, kept)) {
      found = ExactKnn.find(points, n, d, kept, kernel, parallel);
    } else if (usesTree(space)) {
      found = KdTreeKnn.find(points, n, d, kept, kernel, parallel);
    } else {
      found = NnDescent.find(points, n, d, kept, kernel, seed, parallel);
    }
    space.toDistances(found.distances());
    return found;
  }

  /**
   * Measures and sorts neighbors that were found elsewhere.
   *
   * @param x finite numbers, n × d
   * @param indices n × k row numbers: of each row k different others
   * @throws IllegalArgumentException if a row number is none, the row's own, or there twice
   */
  public static KnnGraph measure(Matrix x, int[] indices, Metric metric) {
    x.requireFinite();
    int n = x.rows();
    int k = n == 0 ? 0 : indices.length / n;
    if (n * k != indices.length) {
      throw new IllegalArgumentException(
          "indices must be as many for each of " + n + " rows, got " + indices.length);
    }
    MetricSpace space = MetricSpace.of(x, metric);
    int d = space.dimensions();
    float[] points = space.points(x, IntStream.range(0, n).toArray());
    int[] sorted = new int[n * k];
    float[] numbers = new float[n * k];
    NearestList list = new NearestList(k);
    for (int i = 0; i < n; i++) {
      list.clear();
      for (int j : checked(indices, i, k, n)) {
        list.offer(j, space.kernel().between(points, i * d, points, j * d, d));
      }
      System.arraycopy(list.indices, 0, sorted, i * k, k);
      System.arraycopy(list.numbers, 0, numbers, i * k, k);
    }
    space.toDistances(numbers);
    return new KnnGraph(n, k, sorted, numbers);
  }

  private static int[] checked(int[] indices, int i, int k, int n) {
    int[] near = Arrays.copyOfRange(indices, i * k, i * k + k);
    boolean others = Arrays.stream(near).allMatch(j -> j >= 0 && j < n && j != i);
    if (!others || Arrays.stream(near).distinct().count() < k) {
      throw new IllegalArgumentException(
          "neighbors of row "
              + i
              + " must be different other rows, 0 to "
              + (n - 1)
              + ", got "
              + Arrays.toString(near));
    }
    return near;
  }

  /** Whether a search for k neighbors of n points finds exactly the nearest, whatever the seed. */
  public static boolean isExact(int n, int k, MetricSpace space) {
    return comparesAll(n, k) || usesTree(space);
  }

  private static boolean comparesAll(int n, int k) {
    return n <= EXACT_ROWS || n < 4 * (long) k;
  }

  private static boolean usesTree(MetricSpace space) {
    return space.dimensions() <= TREE_COORDINATES && space.kernel().growsWithDifferences();
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
