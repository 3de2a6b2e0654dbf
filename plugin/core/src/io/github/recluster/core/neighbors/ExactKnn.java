// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.neighbors;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;

/** All pairs: the oracle of every other search. */
final class ExactKnn {
  private ExactKnn() {}

  static KnnGraph find(Matrix x, int k, Metric metric, Parallel parallel) {
    int n = x.rows();
    int d = x.columns();
    int kept = Math.max(0, Math.min(k, n - 1));
    int[] indices = new int[n * kept];
    float[] distances = new float[n * kept];
    double[] v = x.values();
    parallel.forChunks(
        kept == 0 ? 0 : n,
        16,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            int filled = 0;
            for (int j = 0; j < n; j++) {
              if (j == i) {
                continue;
              }
              float distance = (float) metric.distance(v, i * d, v, j * d, d);
              if (filled == kept && distance >= distances[i * kept + kept - 1]) {
                continue;
              }
              int at = i * kept + (filled == kept ? kept - 1 : filled++);
              for (; at > i * kept && distances[at - 1] > distance; at--) {
                distances[at] = distances[at - 1];
                indices[at] = indices[at - 1];
              }
              distances[at] = distance;
              indices[at] = j;
            }
          }
        });
    return new KnnGraph(n, kept, indices, distances);
  }
}
