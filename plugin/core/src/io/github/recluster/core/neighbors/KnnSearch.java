// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.neighbors;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;

/** Finds the nearest neighbors of every row. */
public final class KnnSearch {
  private KnnSearch() {}

  /**
   * The k nearest other rows of each row; min(k, n − 1) where there are fewer.
   *
   * @param x finite numbers, n × d
   * @param k neighbors of each row, itself not counted
   * @param seed of the random numbers of the approximate search
   */
  public static KnnGraph find(Matrix x, int k, Metric metric, long seed, Parallel parallel) {
    return ExactKnn.find(x, k, metric, parallel);
  }
}
