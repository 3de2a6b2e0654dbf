// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.data.Matrix;

/** Small tables for tests. */
final class Tables {
  private Tables() {}

  /** {@code groups} clouds of points, row i in cloud i mod groups. */
  static Matrix clouds(int n, int d, int groups, double apart) {
    double[] values = new double[n * d];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < d; j++) {
        double middle = apart * Seeds.uniform(99, (long) (i % groups) * d + j);
        double noise = 0;
        for (int t = 0; t < 4; t++) {
          noise += Seeds.uniform(5, ((long) i * d + j) * 4 + t) - 0.5;
        }
        values[i * d + j] = middle + noise;
      }
    }
    return Matrix.of(n, d, values);
  }

  static int[] shuffled(int n) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = Seeds.below(3, i, i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
