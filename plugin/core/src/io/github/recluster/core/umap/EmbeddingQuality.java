// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.data.RowOrder;
import io.github.recluster.core.neighbors.Metric;
import java.util.Arrays;

/**
 * How well an embedding keeps neighborhoods.
 *
 * <p>In: a table n × d and its embedding n × c. Out: two numbers up to 1. How: up to {@value
 * #ASKED} rows, evenly from the canonical order, are compared with all; O(n (d + k)) a row. Of rows
 * equally far in the table none is farther than the others, so the order of rows does not count.
 * Ref: Venna, Kaski: Neighborhood preservation in nonlinear projection methods (ICANN 2001).
 *
 * @param trustworthiness 1 if all who are neighbors in the embedding are so in the table; the more
 *     is taken off, the farther down a row's order in the table they stand
 * @param neighborsKept share of the k neighbors in the table that are so in the embedding
 * @param k neighbors looked at; below n / 2
 */
public record EmbeddingQuality(double trustworthiness, double neighborsKept, int k) {
  private static final int ASKED = 2000;
  private static final int CHUNK = 8;

  /** Judges an embedding; with fewer than three rows both numbers are 1. */
  public static EmbeddingQuality of(
      Matrix x, Matrix embedding, Metric metric, int neighbors, Parallel parallel) {
    int n = x.rows();
    if (embedding.rows() != n) {
      throw new IllegalArgumentException(
          "embedding must have " + n + " rows, got " + embedding.rows());
    }
    int k = Math.min(neighbors, (n - 1) / 2);
    if (k < 1) {
      return new EmbeddingQuality(1, 1, 0);
    }
    int[] order = RowOrder.canonical(x).order();
    int asked = Math.min(n, ASKED);
    long[] below = new long[asked];
    int[] kept = new int[asked];
    parallel.forChunks(
        asked,
        CHUNK,
        (from, to) -> {
          double[] table = new double[n];
          double[] plane = new double[n];
          for (int q = from; q < to; q++) {
            int i = order[(int) ((long) q * n / asked)];
            distances(x, metric, i, table);
            distances(embedding, Metric.EUCLIDEAN, i, plane);
            for (int j : nearest(plane, k)) {
              int rank = rank(table, j);
              below[q] += Math.max(0, rank - k);
              kept[q] += rank <= k ? 1 : 0;
            }
          }
        });
    double worst = asked * (double) k * (2.0 * n - 3.0 * k - 1) / 2;
    return new EmbeddingQuality(
        1 - Arrays.stream(below).sum() / worst,
        Arrays.stream(kept).asLongStream().sum() / ((double) asked * k),
        k);
  }

  /** To all rows; infinite to the row itself. */
  private static void distances(Matrix x, Metric metric, int i, double[] to) {
    int d = x.columns();
    for (int j = 0; j < to.length; j++) {
      to[j] = metric.distance(x.values(), i * d, x.values(), j * d, d);
    }
    to[i] = Double.POSITIVE_INFINITY;
  }

  private static int[] nearest(double[] distances, int k) {
    int[] found = new int[k];
    int size = 0;
    for (int j = 0; j < distances.length; j++) {
      double distance = distances[j];
      if (size == k && !(distance < distances[found[k - 1]])) {
        continue;
      }
      int at = size < k ? size++ : k - 1;
      for (; at > 0 && distances[found[at - 1]] > distance; at--) {
        found[at] = found[at - 1];
      }
      found[at] = j;
    }
    return found;
  }

  /** 1 for the nearest. */
  private static int rank(double[] distances, int j) {
    double distance = distances[j];
    int rank = 1;
    for (double other : distances) {
      rank += other < distance ? 1 : 0;
    }
    return rank;
  }
}
