// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.neighbors.KnnGraph;
import io.github.recluster.core.neighbors.NeighborIndex;
import java.util.Arrays;

/**
 * Places new rows into an embedding that does not move.
 *
 * <p>In: m rows. Out: m × c places. How: a row starts at the mean of its neighbors' places, weighed
 * by their memberships, and is then pulled to them and pushed from random others. Everything hangs
 * on the row itself: its random numbers are drawn by a hash of its contents, its edges are weighed
 * by its own nearest. Differs: in umap-learn the number of epochs, the weights' scale and the
 * random numbers hang on the other rows of the batch. A row equal to a known one takes its place.
 */
final class UmapTransform {
  private static final int CHUNK = 64;
  private static final int FEW_ROWS = 10_000;
  private static final float HALF = 0.5f;

  private final TrainingRows rows;
  private final float[] places;
  private final UmapOptions options;
  private final NeighborIndex index;

  UmapTransform(TrainingRows rows, float[] places, UmapOptions options) {
    this.rows = rows;
    this.places = places;
    this.options = options;
    this.index = new NeighborIndex(rows.space(), rows.points(), rows.rows());
  }

  Matrix of(Matrix x, Parallel parallel) {
    int m = x.rows();
    int c = options.components();
    int[] all = new int[m];
    for (int i = 0; i < m; i++) {
      all[i] = i;
    }
    float[] queries = rows.space().points(x, all);
    KnnGraph near = index.find(queries, m, options.neighbors(), parallel.part(0, 0.8));
    double[] result = new double[m * c];
    if (rows.rows() == 0) {
      Arrays.fill(result, Double.NaN);
      return Matrix.of(m, c, result);
    }
    GradientTable table = new GradientTable(DistanceCurve.of(options), options.repulsionStrength());
    int d = rows.space().dimensions();
    parallel.forChunks(
        m,
        CHUNK,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            float[] own = place(near, i, hash(queries, i * d, d), table);
            for (int j = 0; j < c; j++) {
              result[i * c + j] = own[j];
            }
          }
          parallel.progress().report(0.8 + 0.2 * to / m, "Placing new rows");
        });
    return Matrix.of(m, c, result);
  }

  private float[] place(KnnGraph near, int i, long seed, GradientTable table) {
    int c = options.components();
    int k = near.k();
    int first = near.indices()[i * k];
    if (near.distances()[i * k] == 0) {
      return Arrays.copyOfRange(places, first * c, first * c + c);
    }
    float[] weights = memberships(near, i);
    float[] own = mean(near, i, weights);
    float largest = 0;
    for (float weight : weights) {
      largest = Math.max(largest, weight);
    }
    int epochs = options.epochs() > 0 ? options.epochs() / 3 : rows.rows() <= FEW_ROWS ? 100 : 30;
    long counter = 0;
    for (int epoch = 1; epoch < epochs; epoch++) {
      float step = (float) (options.learningRate() / 4 * (1 - (double) epoch / epochs));
      for (int j = 0; j < k; j++) {
        double rate = weights[j] / largest;
        if ((int) (epoch * rate) == (int) ((epoch - 1) * rate)
            || Float.isNaN(places[near.indices()[i * k + j] * c])) {
          continue;
        }
        pull(own, places, near.indices()[i * k + j] * c, step, table);
        for (int s = 0; s < options.negativeSampleRate(); s++) {
          int other = Seeds.below(seed, counter++, rows.rows());
          if (!Float.isNaN(places[other * c])) {
            push(own, places, other * c, step, table);
          }
        }
      }
    }
    return own;
  }

  /** Moves a point toward another, at most half the way. */
  private static void pull(
      float[] own, float[] places, int other, float step, GradientTable table) {
    float g = Math.min(table.pull(squared(own, places, other)), HALF / step);
    for (int j = 0; j < own.length; j++) {
      own[j] += step * g * (places[other + j] - own[j]);
    }
  }

  /** Moves a point away from another. */
  private static void push(
      float[] own, float[] places, int other, float step, GradientTable table) {
    float g = table.push(squared(own, places, other));
    for (int j = 0; j < own.length; j++) {
      own[j] += step * g * (own[j] - places[other + j]);
    }
  }

  private static float squared(float[] own, float[] places, int other) {
    float sum = 0;
    for (int j = 0; j < own.length; j++) {
      float t = own[j] - places[other + j];
      sum += t * t;
    }
    return sum;
  }

  /** What umap-learn gives new rows: the nearest neighbor is not certain to be joined. */
  private float[] memberships(KnnGraph near, int i) {
    int k = near.k();
    float[] distances = Arrays.copyOfRange(near.distances(), i * k, i * k + k);
    double connectivity = Math.max(0, options.localConnectivity() - 1);
    float rho = SmoothKnnDistances.rho(distances, 0, k, connectivity);
    double target = StrictMath.log(k) / StrictMath.log(2);
    double found = SmoothKnnDistances.sigma(distances, 1, k, rho, target);
    float sigma = (float) Math.max(found, 1e-3 * SmoothKnnDistances.mean(distances, 0, k));
    float[] weights = new float[k];
    for (int j = 0; j < k; j++) {
      weights[j] = SmoothKnnDistances.membership(distances[j], rho, sigma);
    }
    return weights;
  }

  private float[] mean(KnnGraph near, int i, float[] weights) {
    int c = options.components();
    double[] sums = new double[c];
    double all = 0;
    for (int j = 0; j < weights.length; j++) {
      int at = near.indices()[i * near.k() + j] * c;
      if (!Float.isNaN(places[at])) {
        all += weights[j];
        for (int t = 0; t < c; t++) {
          sums[t] += weights[j] * places[at + t];
        }
      }
    }
    float[] own = new float[c];
    for (int t = 0; t < c; t++) {
      own[t] = (float) (sums[t] / all);
    }
    return own;
  }

  private static long hash(float[] points, int from, int d) {
    long hash = d;
    for (int t = from; t < from + d; t++) {
      hash = Seeds.mix(hash * 31 + Float.floatToIntBits(points[t] + 0f));
    }
    return hash;
  }
}
