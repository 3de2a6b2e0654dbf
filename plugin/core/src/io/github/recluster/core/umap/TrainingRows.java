// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.data.RowOrder;
import io.github.recluster.core.neighbors.KnnGraph;
import io.github.recluster.core.neighbors.MetricSpace;

/**
 * The rows that a model was made of, as points in canonical order.
 *
 * @param space how rows become points
 * @param points n × {@code space.dimensions()} floats
 * @param order point i is row {@code order[i]} of the table
 * @param coding how a table with categories becomes numbers; null if there are none
 */
@SuppressWarnings("ArrayRecordComponent") // shared, not copied
record TrainingRows(MetricSpace space, float[] points, int[] order, FeatureCoding coding) {
  static TrainingRows of(Matrix x, FeatureCoding coding, UmapOptions options) {
    int[] order = RowOrder.canonical(x).order();
    MetricSpace space =
        coding == null
            ? MetricSpace.of(x, options.metric())
            : MetricSpace.mixed(x, coding.nominal());
    return new TrainingRows(space, space.points(x, order), order, coding);
  }

  int rows() {
    return order.length;
  }

  /** Values of the table's rows, in canonical order. */
  int[] canonical(int[] values) {
    int[] result = new int[values.length];
    for (int i = 0; i < order.length; i++) {
      result[i] = values[order[i]];
    }
    return result;
  }

  /** Values of the table's rows, in canonical order. */
  double[] canonical(double[] values) {
    double[] result = new double[values.length];
    for (int i = 0; i < order.length; i++) {
      result[i] = values[order[i]];
    }
    return result;
  }

  /** Neighbors among the table's rows, as neighbors among points. */
  KnnGraph canonical(KnnGraph graph) {
    int k = graph.k();
    int[] place = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      place[order[i]] = i;
    }
    int[] indices = new int[graph.indices().length];
    float[] distances = new float[indices.length];
    for (int i = 0; i < order.length; i++) {
      for (int j = 0; j < k; j++) {
        indices[i * k + j] = place[graph.indices()[order[i] * k + j]];
        distances[i * k + j] = graph.distances()[order[i] * k + j];
      }
    }
    return new KnnGraph(order.length, k, indices, distances);
  }
}
