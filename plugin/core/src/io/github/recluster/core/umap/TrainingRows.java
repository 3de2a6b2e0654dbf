// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.data.RowOrder;
import io.github.recluster.core.neighbors.MetricSpace;

/**
 * The rows that a model was made of, as points in canonical order.
 *
 * @param space how rows become points
 * @param points n × {@code space.dimensions()} floats
 * @param order point i is row {@code order[i]} of the table
 */
@SuppressWarnings("ArrayRecordComponent") // shared, not copied
record TrainingRows(MetricSpace space, float[] points, int[] order) {
  static TrainingRows of(Matrix x, UmapOptions options) {
    int[] order = RowOrder.canonical(x).order();
    MetricSpace space = MetricSpace.of(x, options.metric());
    return new TrainingRows(space, space.points(x, order), order);
  }

  int rows() {
    return order.length;
  }
}
