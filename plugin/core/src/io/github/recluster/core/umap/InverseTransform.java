// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.neighbors.KnnGraph;
import io.github.recluster.core.neighbors.Metric;
import io.github.recluster.core.neighbors.MetricSpace;
import io.github.recluster.core.neighbors.NeighborIndex;
import java.util.stream.IntStream;

/**
 * Rows that places of an embedding could stand for.
 *
 * <p>In: m places, m × c. Out: m rows, m × d. How: the mean of the rows whose places are nearest,
 * as many as a neighborhood holds, weighed by their memberships in the embedding. Everything hangs
 * on the place itself. Ref: umap-learn's inverse transform. Differs: neighbors are the nearest
 * places, not those joined by a triangulation, and fewer than the table has columns; rows do not
 * wander on from the mean (on digits, drawn edges as there, or a median of the same neighbors,
 * brought them no nearer).
 */
final class InverseTransform {
  private static final int CHUNK = 64;

  private final TrainingRows rows;
  private final DistanceCurve curve;
  private final int neighbors;

  /** Rows that have a place. */
  private final int[] placed;

  private final MetricSpace plane;
  private final NeighborIndex index;

  InverseTransform(TrainingRows rows, float[] places, UmapOptions options) {
    if (!rows.space().restores()) {
      throw new IllegalArgumentException(
          "metric must be euclidean, manhattan or chebyshev to go back from places to rows, got "
              + options.metric().id());
    }
    this.rows = rows;
    int c = options.components();
    placed = IntStream.range(0, rows.rows()).filter(i -> !Float.isNaN(places[i * c])).toArray();
    if (placed.length == 0) {
      throw new IllegalArgumentException("rows of the model must be 1 or more, got 0");
    }
    double[] values = new double[placed.length * c];
    for (int i = 0; i < values.length; i++) {
      values[i] = places[placed[i / c] * c + i % c];
    }
    Matrix known = Matrix.of(placed.length, c, values);
    plane = MetricSpace.of(known, Metric.EUCLIDEAN);
    index = new NeighborIndex(plane, points(known), placed.length);
    curve = DistanceCurve.of(options);
    neighbors = options.neighbors();
  }

  private float[] points(Matrix x) {
    return plane.points(x, IntStream.range(0, x.rows()).toArray());
  }

  Matrix of(Matrix places, Parallel parallel) {
    int m = places.rows();
    int d = rows.space().dimensions();
    KnnGraph near = index.find(points(places), m, neighbors, parallel.part(0, 0.5));
    double[] result = new double[Math.multiplyExact(m, d)];
    parallel.forChunks(
        m,
        CHUNK,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            mean(near, i, result, i * d);
          }
          parallel.progress().report(0.5 + 0.5 * to / m, "Going back to rows");
        });
    return Matrix.of(m, d, rows.space().restore(result));
  }

  private void mean(KnnGraph near, int i, double[] result, int into) {
    int d = rows.space().dimensions();
    double all = 0;
    for (int e = i * near.k(); e < (i + 1) * near.k(); e++) {
      double far = near.distances()[e];
      double weight = 1 / (1 + curve.a() * StrictMath.pow(far * far, curve.b()));
      int at = placed[near.indices()[e]] * d;
      all += weight;
      for (int j = 0; j < d; j++) {
        result[into + j] += weight * rows.points()[at + j];
      }
    }
    for (int j = 0; j < d; j++) {
      result[into + j] /= all;
    }
  }
}
