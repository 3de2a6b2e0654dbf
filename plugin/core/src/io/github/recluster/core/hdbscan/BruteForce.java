// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.neighbors.Metric;
import java.util.Arrays;

/**
 * Core distances and the spanning tree of mutual reachability by looking at all pairs, for any
 * metric: the plain definition, and what the fast way is tested against.
 *
 * <p>How: the k smallest distances of each row; Prim's algorithm. O(n² d) time, O(n) memory.
 *
 * <p>Ref: Campello, Moulavi, Sander (PAKDD 2013), section 3.
 */
final class BruteForce {
  private BruteForce() {}

  /**
   * The distance of each row to its {@code minSamples}-th nearest other row, or to the farthest
   * where there are fewer; 0 for a lone row.
   */
  static double[] coreDistances(Matrix x, int minSamples, Metric metric, Parallel parallel) {
    int n = x.rows();
    int k = Math.min(minSamples, n - 1);
    double[] core = new double[n];
    if (k <= 0) {
      return core;
    }
    parallel.forChunks(
        n,
        64,
        (from, to) -> {
          double[] distances = new double[n];
          for (int i = from; i < to; i++) {
            for (int j = 0; j < n; j++) {
              distances[j] = distance(x, i, j, metric);
            }
            distances[i] = Double.NaN; // sorted last
            core[i] = smallest(distances, k);
          }
        });
    return core;
  }

  private static double smallest(double[] values, int k) {
    double[] nearest = new double[k];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    for (double value : values) {
      if (value < nearest[k - 1]) {
        int i = k - 1;
        while (i > 0 && nearest[i - 1] > value) {
          nearest[i] = nearest[i - 1];
          i--;
        }
        nearest[i] = value;
      }
    }
    return nearest[k - 1];
  }

  /** A minimum spanning tree of mutual reachability. */
  static SpanningTree spanningTree(
      Matrix x, double[] core, double alpha, Metric metric, Parallel parallel) {
    int n = x.rows();
    int[] from = new int[Math.max(0, n - 1)];
    int[] to = new int[from.length];
    double[] weight = new double[from.length];
    double[] best = new double[n];
    int[] link = new int[n];
    boolean[] done = new boolean[n];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    int last = 0;
    for (int e = 0; e < from.length; e++) {
      done[last] = true;
      int next = -1;
      for (int j = 0; j < n; j++) {
        if (done[j]) {
          continue;
        }
        double d = distance(x, last, j, metric) / alpha;
        double reach = Math.max(d, Math.max(core[last], core[j]));
        if (reach < best[j]) {
          best[j] = reach;
          link[j] = last;
        }
        if (next < 0 || best[j] < best[next]) {
          next = j;
        }
      }
      from[e] = link[next];
      to[e] = next;
      weight[e] = best[next];
      last = next;
      if ((e & 63) == 0) {
        parallel.progress().checkCanceled();
        parallel.progress().report((double) e / n, "Linking rows");
      }
    }
    return new SpanningTree(from, to, weight);
  }

  private static double distance(Matrix x, int i, int j, Metric metric) {
    int d = x.columns();
    return metric.distance(x.values(), i * d, x.values(), j * d, d);
  }
}
