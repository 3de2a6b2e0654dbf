// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.stability;

import io.github.recluster.core.compute.Parallel;
import java.util.Arrays;

/** Adjusted Rand indexes of every pair of runs, ascending. */
final class Agreement {
  private final double[] ascending;

  private Agreement(double[] ascending) {
    this.ascending = ascending;
  }

  /** Of two or more runs over the same rows. */
  static Agreement of(int[][] runs, Parallel parallel) {
    int count = runs.length;
    double[] result = new double[count * (count - 1) / 2];
    parallel.forChunks(
        count,
        1,
        (from, to) -> {
          for (int j = 0; j < from; j++) {
            result[from * (from - 1) / 2 + j] = AdjustedRand.of(runs[from], runs[j]);
          }
        });
    Arrays.sort(result);
    return new Agreement(result);
  }

  double median() {
    int n = ascending.length;
    return n == 0 ? Double.NaN : (ascending[(n - 1) / 2] + ascending[n / 2]) / 2;
  }

  double worst() {
    return ascending.length == 0 ? Double.NaN : ascending[0];
  }
}
