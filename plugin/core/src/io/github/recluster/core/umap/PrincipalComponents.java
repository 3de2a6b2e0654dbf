// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Seeds;

/**
 * The rows' places along their directions of greatest variance.
 *
 * <p>In: n points of d floats. Out: n × c, largest variance first; 0 beyond d. How: a fixed number
 * of orthogonal iterations on the rows themselves, O(n d c) each, d × d is never built; sums run
 * over fixed chunks in fixed order.
 */
final class PrincipalComponents {
  private static final int ITERATIONS = 30;
  private static final int CHUNK = 1024;

  private PrincipalComponents() {}

  static double[] of(float[] points, int n, int c, Parallel parallel) {
    int d = n == 0 ? 0 : points.length / n;
    int width = Math.min(c, d);
    double[] mean = mean(points, n, d);
    double[][] axes = new double[width][d];
    for (int j = 0; j < width; j++) {
      for (int i = 0; i < d; i++) {
        axes[j][i] = Seeds.uniform(j, i) - 0.5;
      }
    }
    orthonormalize(axes);
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      axes = variance(points, n, d, mean, axes, parallel);
      orthonormalize(axes);
    }
    double[] result = new double[n * c];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < width; j++) {
        result[i * c + j] = along(points, i, d, mean, axes[j]);
      }
    }
    return result;
  }

  private static double[] mean(float[] points, int n, int d) {
    double[] mean = new double[d];
    for (int i = 0; i < points.length; i++) {
      mean[i % d] += points[i] / (double) n;
    }
    return mean;
  }

  private static double along(float[] points, int i, int d, double[] mean, double[] axis) {
    double sum = 0;
    for (int t = 0; t < d; t++) {
      sum += (points[i * d + t] - mean[t]) * axis[t];
    }
    return sum;
  }

  /** The covariance matrix times each axis. */
  private static double[][] variance(
      float[] points, int n, int d, double[] mean, double[][] axes, Parallel parallel) {
    int chunks = (n + CHUNK - 1) / CHUNK;
    double[][][] parts = new double[chunks][axes.length][d];
    parallel.forChunks(
        n,
        CHUNK,
        (from, to) -> {
          double[][] part = parts[from / CHUNK];
          for (int i = from; i < to; i++) {
            for (int j = 0; j < axes.length; j++) {
              double score = along(points, i, d, mean, axes[j]);
              for (int t = 0; t < d; t++) {
                part[j][t] += score * (points[i * d + t] - mean[t]);
              }
            }
          }
        });
    double[][] result = new double[axes.length][d];
    for (double[][] part : parts) {
      for (int j = 0; j < axes.length; j++) {
        for (int t = 0; t < d; t++) {
          result[j][t] += part[j][t];
        }
      }
    }
    return result;
  }

  private static void orthonormalize(double[][] axes) {
    for (int j = 0; j < axes.length; j++) {
      for (int i = 0; i < 2 * j; i++) {
        double[] other = axes[i % j];
        double dot = dot(axes[j], other);
        for (int t = 0; t < other.length; t++) {
          axes[j][t] -= dot * other[t];
        }
      }
      double length = Math.sqrt(dot(axes[j], axes[j]));
      for (int t = 0; t < axes[j].length; t++) {
        axes[j][t] = length > 0 ? axes[j][t] / length : 0;
      }
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int t = 0; t < a.length; t++) {
      sum += a[t] * b[t];
    }
    return sum;
  }
}
