// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.neighbors.KnnGraph;

/**
 * Each row's own ruler: rho, the distance to its nearest neighbors, and sigma, such that its
 * memberships exp(−(d − rho) / sigma) add up to log2 of the number of neighbors.
 *
 * <p>In: a k-neighbor graph. Out: n rho, n sigma. How: bisection in umap-learn's own steps, so that
 * the numbers agree: O(n k). Ref: UMAP, algorithm 3. The row itself counts as a neighbor at
 * distance 0 in the mean and in log2, as there.
 *
 * @param rho distance below which membership is 1
 * @param sigma scale beyond
 */
@SuppressWarnings("ArrayRecordComponent") // shared, not copied
record SmoothKnnDistances(float[] rho, float[] sigma) {
  private static final double TOLERANCE = 1e-5;
  private static final double LEAST = 1e-3;
  private static final int STEPS = 64;

  static SmoothKnnDistances of(KnnGraph graph, double localConnectivity, Parallel parallel) {
    int n = graph.rows();
    int k = graph.k();
    float[] rho = new float[n];
    float[] sigma = new float[n];
    float[] distances = graph.distances();
    double mean = mean(distances, 0, distances.length) * k / (k + 1.0);
    double target = StrictMath.log(k + 1.0) / StrictMath.log(2);
    parallel.forChunks(
        n,
        1024,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            rho[i] = rho(distances, i * k, k, localConnectivity);
            double least = rho[i] > 0 ? mean(distances, i * k, k) * k / (k + 1.0) : mean;
            double found = sigma(distances, i * k, i * k + k, rho[i], target);
            sigma[i] = (float) Math.max(found, LEAST * least);
          }
        });
    return new SmoothKnnDistances(rho, sigma);
  }

  /** Membership of a neighbor at a distance. */
  static float membership(float distance, float rho, float sigma) {
    return distance <= rho || sigma == 0 ? 1 : (float) Exp.minus((distance - (double) rho) / sigma);
  }

  static double mean(float[] distances, int from, int count) {
    double sum = 0;
    for (int i = from; i < from + count; i++) {
      sum += distances[i];
    }
    return count == 0 ? 0 : sum / count;
  }

  /** The localConnectivity-th positive distance, interpolated. */
  static float rho(float[] distances, int from, int k, double localConnectivity) {
    int zeros = 0;
    while (zeros < k && distances[from + zeros] <= 0) {
      zeros++;
    }
    int positive = k - zeros;
    if (positive == 0) {
      return 0;
    }
    if (positive < localConnectivity) {
      return distances[from + k - 1];
    }
    int whole = (int) localConnectivity;
    double part = localConnectivity - whole;
    if (whole == 0) {
      return (float) (part * distances[from + zeros]);
    }
    double rho = distances[from + zeros + whole - 1];
    return part > TOLERANCE && whole < positive
        ? (float) (rho + part * (distances[from + zeros + whole] - rho))
        : (float) rho;
  }

  static double sigma(float[] distances, int from, int to, float rho, double target) {
    double low = 0;
    double high = Float.MAX_VALUE;
    double middle = 1;
    for (int step = 0; step < STEPS; step++) {
      double sum = 0;
      for (int j = from; j < to; j++) {
        double beyond = distances[j] - (double) rho;
        sum += beyond > 0 ? Exp.minus(beyond / middle) : 1;
      }
      if (Math.abs(sum - target) < TOLERANCE) {
        break;
      }
      if (sum > target) {
        high = middle;
        middle = (low + high) / 2;
      } else {
        low = middle;
        middle = high >= Float.MAX_VALUE ? middle * 2 : (low + high) / 2;
      }
    }
    return middle;
  }
}
