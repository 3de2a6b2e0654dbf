// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.neighbors.Metric;
import java.util.Arrays;

/**
 * DBCV: whether a cluster's sparsest inner link is shorter than the way to the nearest other
 * cluster.
 *
 * <p>In: the rows of each cluster. Out: −1 to 1 a cluster, NaN where there is only one. How: within
 * a cluster a core distance from all its rows, the spanning tree of mutual reachability, its
 * longest edge between inner nodes; between clusters the least mutual reachability of inner nodes.
 * All pairs.
 *
 * <p>Ref: Moulavi, Jaskowiak, Campello, Zimek, Sander: Density-based clustering validation (SDM
 * 2014).
 */
final class DensityValidity {
  private final Matrix x;
  private final Metric metric;

  private DensityValidity(Matrix x, Metric metric) {
    this.x = x;
    this.metric = metric;
  }

  /** The validity of each cluster. */
  static double[] of(Matrix x, int[][] clusters, Metric metric) {
    return new DensityValidity(x, metric).run(clusters);
  }

  private double[] run(int[][] clusters) {
    int count = clusters.length;
    double[][] core = new double[count][];
    int[][] inner = new int[count][];
    double[] sparseness = new double[count];
    for (int c = 0; c < count; c++) {
      core[c] = cores(clusters[c]);
      SpanningTree tree =
          BruteForce.spanningTree(x.select(clusters[c]), core[c], 1, metric, Parallel.SERIAL);
      settleTies(tree, clusters[c], core[c]);
      int[] degree = degrees(tree, clusters[c].length);
      inner[c] = innerNodes(degree);
      sparseness[c] = sparseness(tree, degree);
    }
    double[] separation = new double[count];
    Arrays.fill(separation, Double.POSITIVE_INFINITY);
    for (int a = 0; a < count; a++) {
      for (int b = a + 1; b < count; b++) {
        double s = separation(clusters[a], inner[a], core[a], clusters[b], inner[b], core[b]);
        separation[a] = Math.min(separation[a], s);
        separation[b] = Math.min(separation[b], s);
      }
    }
    double[] validity = new double[count];
    for (int c = 0; c < count; c++) {
      double larger = Math.max(separation[c], sparseness[c]);
      validity[c] =
          count == 1 ? Double.NaN : larger == 0 ? 0 : (separation[c] - sparseness[c]) / larger;
    }
    return validity;
  }

  /**
   * Mutual reachability is full of ties, and which nodes are inner ones hangs on how they are
   * settled: each node is linked to the first one of those before it that are about as near, as
   * Python's hdbscan does.
   */
  private void settleTies(SpanningTree tree, int[] rows, double[] core) {
    boolean[] linked = new boolean[rows.length];
    if (rows.length > 0) {
      linked[0] = true;
    }
    for (int e = 0; e < tree.to().length; e++) {
      int node = tree.to()[e];
      double weight = tree.weight()[e];
      for (int i = 0; i < rows.length; i++) {
        if (linked[i]) {
          double reach = Math.max(distance(rows[node], rows[i]), Math.max(core[node], core[i]));
          if (Math.abs(reach - weight) <= 1e-8 + 1e-5 * weight) {
            tree.from()[e] = i;
            break;
          }
        }
      }
      linked[node] = true;
    }
  }

  private double distance(int i, int j) {
    int d = x.columns();
    return metric.distance(x.values(), i * d, x.values(), j * d, d);
  }

  /** Each row's core distance from all rows of its cluster; 0 in a cluster of equal rows. */
  private double[] cores(int[] rows) {
    int d = Math.max(1, x.columns());
    double[] core = new double[rows.length];
    boolean allEqual = true;
    for (int i = 0; i < rows.length; i++) {
      double sum = 0;
      for (int row : rows) {
        double distance = distance(rows[i], row);
        if (distance != 0) {
          sum += power(1 / distance, d);
        }
      }
      allEqual &= sum == 0;
      core[i] = StrictMath.pow(sum / (rows.length - 1), -1.0 / d);
    }
    return allEqual ? new double[rows.length] : core;
  }

  private static double power(double base, int exponent) {
    double result = 1;
    for (int i = 0; i < exponent; i++) {
      result *= base;
    }
    return result;
  }

  private static int[] degrees(SpanningTree tree, int n) {
    int[] degree = new int[n];
    for (int e = 0; e < tree.from().length; e++) {
      degree[tree.from()[e]]++;
      degree[tree.to()[e]]++;
    }
    return degree;
  }

  private static int[] innerNodes(int[] degree) {
    int[] inner = new int[degree.length];
    int count = 0;
    for (int i = 0; i < degree.length; i++) {
      if (degree[i] > 1) {
        inner[count++] = i;
      }
    }
    return count == 0 ? new int[] {0} : Arrays.copyOf(inner, count);
  }

  /** The longest edge between inner nodes; of all edges if there is none. */
  private static double sparseness(SpanningTree tree, int[] degree) {
    double longest = 0;
    double longestInner = -1;
    for (int e = 0; e < tree.from().length; e++) {
      longest = Math.max(longest, tree.weight()[e]);
      if (degree[tree.from()[e]] > 1 && degree[tree.to()[e]] > 1) {
        longestInner = Math.max(longestInner, tree.weight()[e]);
      }
    }
    return longestInner < 0 ? longest : longestInner;
  }

  private double separation(
      int[] a, int[] innerA, double[] coreA, int[] b, int[] innerB, double[] coreB) {
    double least = Double.POSITIVE_INFINITY;
    for (int i : innerA) {
      for (int j : innerB) {
        double core = Math.max(coreA[i], coreB[j]);
        if (core < least) {
          least = Math.min(least, Math.max(core, distance(a[i], b[j])));
        }
      }
    }
    return least;
  }
}
