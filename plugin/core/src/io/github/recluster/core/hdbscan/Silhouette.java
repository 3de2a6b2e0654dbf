// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.neighbors.Metric;

/**
 * Whether rows lie nearer to their own cluster than to the next one, in the mean of each cluster.
 *
 * <p>In: the rows of each cluster. Out: −1 to 1 a cluster, NaN where there is only one. How: all
 * pairs.
 *
 * <p>Ref: Rousseeuw: Silhouettes (J. Comput. Appl. Math. 1987).
 */
final class Silhouette {
  private Silhouette() {}

  /** The mean silhouette of each cluster. */
  static double[] of(Matrix x, int[][] clusters, Metric metric) {
    double[] result = new double[clusters.length];
    for (int c = 0; c < clusters.length; c++) {
      double sum = 0;
      for (int row : clusters[c]) {
        sum += ofRow(x, row, c, clusters, metric);
      }
      result[c] = clusters.length == 1 ? Double.NaN : sum / clusters[c].length;
    }
    return result;
  }

  private static double ofRow(Matrix x, int row, int own, int[][] clusters, Metric metric) {
    int d = x.columns();
    if (clusters[own].length < 2) {
      return 0;
    }
    double inside = 0;
    double outside = Double.POSITIVE_INFINITY;
    for (int c = 0; c < clusters.length; c++) {
      double sum = 0;
      for (int other : clusters[c]) {
        sum += metric.distance(x.values(), row * d, x.values(), other * d, d);
      }
      if (c == own) {
        inside = sum / (clusters[c].length - 1);
      } else {
        outside = Math.min(outside, sum / clusters[c].length);
      }
    }
    double larger = Math.max(inside, outside);
    return larger == 0 ? 0 : (outside - inside) / larger;
  }
}
