// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.shap;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.trees.Thresholds;
import java.util.Arrays;

/**
 * Rows as bins of {@link Thresholds}, column by column. A missing value is below all thresholds
 * where it goes left, and above all where it goes right; a column without missing values is kept
 * once.
 */
final class BinnedRows {
  private static final int BELOW_ALL = -1;
  private static final int ABOVE_ALL = 1 << 30;

  private final int rows;
  private final int[][] missingLeft;
  private final int[][] missingRight;

  private BinnedRows(int rows, int[][] missingLeft, int[][] missingRight) {
    this.rows = rows;
    this.missingLeft = missingLeft;
    this.missingRight = missingRight;
  }

  /** Rows {@code from} … {@code to − 1} of a table. */
  static BinnedRows of(Thresholds thresholds, Matrix x, int from, int to, Parallel parallel) {
    int d = thresholds.features();
    int n = to - from;
    int[][] missingLeft = new int[d][];
    int[][] missingRight = new int[d][];
    double[] values = x.values();
    parallel.forChunks(
        d,
        1,
        (first, last) -> {
          for (int f = first; f < last; f++) {
            int[] left = new int[n];
            int[] right = left;
            for (int i = 0, at = from * d + f; i < n; i++, at += d) {
              float v = (float) values[at];
              if (Float.isNaN(v)) {
                right = right == left ? left.clone() : right;
                left[i] = BELOW_ALL;
                right[i] = ABOVE_ALL;
              } else {
                left[i] = thresholds.bin(f, v);
                right[i] = left[i];
              }
            }
            missingLeft[f] = left;
            missingRight[f] = right;
          }
        });
    return new BinnedRows(n, missingLeft, missingRight);
  }

  int rows() {
    return rows;
  }

  /** Whether a row fulfills a condition. */
  boolean holds(Condition c, int row) {
    return column(c)[row] < c.limit();
  }

  /** For each of {@code n} rows 1 if it takes a side of a condition, 0 if not. */
  void holds(Condition c, boolean side, int first, int n, double[] out) {
    int[] column = column(c);
    int limit = c.limit();
    int other = side ? 0 : 1;
    for (int i = 0; i < n; i++) {
      out[i] = ((column[first + i] - limit) >>> 31) ^ other;
    }
  }

  private int[] column(Condition c) {
    return (c.missingLeft() ? missingLeft : missingRight)[c.feature()];
  }

  /**
   * Which of some conditions rows {@code from} … {@code to − 1} fulfill: bit {@code i} of {@code
   * out[row − from]} stands for condition {@code i}.
   */
  void patterns(Condition[] conditions, int from, int to, int[] out) {
    Arrays.fill(out, 0, to - from, 0);
    for (int c = 0; c < conditions.length; c += 4) {
      addBits(conditions, c, from, to - from, out);
    }
  }

  /** Four conditions in one pass; past the end a condition that never holds. */
  private void addBits(Condition[] conditions, int first, int from, int n, int[] out) {
    int[] a = column(conditions[first]);
    int[] b = column(conditions[Math.min(first + 1, conditions.length - 1)]);
    int[] c = column(conditions[Math.min(first + 2, conditions.length - 1)]);
    int[] d = column(conditions[Math.min(first + 3, conditions.length - 1)]);
    int la = limit(conditions, first);
    int lb = limit(conditions, first + 1);
    int lc = limit(conditions, first + 2);
    int ld = limit(conditions, first + 3);
    for (int i = 0; i < n; i++) {
      int bits =
          ((a[from + i] - la) >>> 31)
              | (((b[from + i] - lb) >>> 31) << 1)
              | (((c[from + i] - lc) >>> 31) << 2)
              | (((d[from + i] - ld) >>> 31) << 3);
      out[i] |= bits << first;
    }
  }

  private static int limit(Condition[] conditions, int i) {
    return i < conditions.length ? conditions[i].limit() : BELOW_ALL;
  }

  /** Share of the rows with each pattern of some conditions. */
  double[] shares(Condition[] conditions) {
    double[] shares = new double[1 << conditions.length];
    int[] patterns = new int[Math.min(rows, 1024)];
    for (int from = 0; from < rows; from += patterns.length) {
      int to = Math.min(rows, from + patterns.length);
      patterns(conditions, from, to, patterns);
      for (int i = 0; i < to - from; i++) {
        shares[patterns[i]]++;
      }
    }
    for (int p = 0; p < shares.length; p++) {
      shares[p] /= rows;
    }
    return shares;
  }

  /** A split of a tree, in bins: a row goes left if its bin is below the limit. */
  record Condition(int feature, int limit, boolean missingLeft) {}
}
