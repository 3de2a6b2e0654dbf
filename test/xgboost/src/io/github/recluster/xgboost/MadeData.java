// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.xgboost;

import io.github.recluster.core.boosting.BinaryTarget;
import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.data.Matrix;
import java.util.ArrayList;
import java.util.List;

/** Rows of counted random numbers, a tenth of them missing, and targets that hang on them. */
final class MadeData {
  private MadeData() {}

  static Matrix rows(int n, int d, long seed) {
    double[] values = new double[n * d];
    for (int i = 0; i < values.length; i++) {
      boolean missing = Seeds.uniform(seed + 1, i) < 0.1;
      values[i] = missing ? Double.NaN : (float) (Seeds.uniform(seed, i) * 4 - 2);
    }
    return Matrix.of(n, d, values);
  }

  /** Target {@code k}: feature {@code k} times the next one is above 0.5, with some noise. */
  static List<BinaryTarget> targets(Matrix x, int count, double weight) {
    List<BinaryTarget> targets = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      targets.add(new BinaryTarget(positive(x, k), new boolean[0], weight));
    }
    return targets;
  }

  static boolean[] positive(Matrix x, int k) {
    boolean[] positive = new boolean[x.rows()];
    for (int i = 0; i < positive.length; i++) {
      double noise = Seeds.uniform(99, i) - 0.5;
      positive[i] = x.get(i, k) * x.get(i, (k + 1) % x.columns()) + noise > 0.5;
    }
    return positive;
  }
}
