// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.neighbors;

import java.util.Arrays;
import java.util.Locale;

/**
 * How far two rows are apart. Names and conventions are umap-learn's: what a formula leaves open
 * (two rows of zeros under cosine) is decided as there.
 *
 * <p>In: two slices of {@code d} finite numbers. Out: a number ≥ 0, 0 for equal slices. How: one
 * pass, additions in the order of columns, so the same bits everywhere.
 */
public enum Metric {
  /** Root of the sum of squared differences. */
  EUCLIDEAN {
    @Override
    public double distance(double[] a, int i, double[] b, int j, int d) {
      double sum = 0;
      for (int c = 0; c < d; c++) {
        double t = a[i + c] - b[j + c];
        sum += t * t;
      }
      return Math.sqrt(sum);
    }
  },
  /** Sum of absolute differences. */
  MANHATTAN {
    @Override
    public double distance(double[] a, int i, double[] b, int j, int d) {
      double sum = 0;
      for (int c = 0; c < d; c++) {
        sum += Math.abs(a[i + c] - b[j + c]);
      }
      return sum;
    }
  },
  /** Largest absolute difference. */
  CHEBYSHEV {
    @Override
    public double distance(double[] a, int i, double[] b, int j, int d) {
      double largest = 0;
      for (int c = 0; c < d; c++) {
        largest = Math.max(largest, Math.abs(a[i + c] - b[j + c]));
      }
      return largest;
    }
  },
  /** One minus the cosine of the angle; a row of zeros is 1 from all others, 0 from its like. */
  COSINE {
    @Override
    public double distance(double[] a, int i, double[] b, int j, int d) {
      return oneMinusCosine(a, i, 0, b, j, 0, d);
    }
  },
  /** Cosine after each row's own mean is taken from it. */
  CORRELATION {
    @Override
    public double distance(double[] a, int i, double[] b, int j, int d) {
      return oneMinusCosine(a, i, mean(a, i, d), b, j, mean(b, j, d), d);
    }
  },
  /** Share of columns that differ. */
  HAMMING {
    @Override
    public double distance(double[] a, int i, double[] b, int j, int d) {
      int differ = 0;
      for (int c = 0; c < d; c++) {
        if (a[i + c] != b[j + c]) {
          differ++;
        }
      }
      return d == 0 ? 0 : (double) differ / d;
    }
  },
  /** Of the columns that are not 0 in at least one row, the share that are 0 in the other. */
  JACCARD {
    @Override
    public double distance(double[] a, int i, double[] b, int j, int d) {
      int any = 0;
      int both = 0;
      for (int c = 0; c < d; c++) {
        boolean p = a[i + c] != 0;
        boolean q = b[j + c] != 0;
        any += p || q ? 1 : 0;
        both += p && q ? 1 : 0;
      }
      return any == 0 ? 0 : (double) (any - both) / any;
    }
  },
  /** Sum of absolute differences, each as a share of the sum of absolute values. */
  CANBERRA {
    @Override
    public double distance(double[] a, int i, double[] b, int j, int d) {
      double sum = 0;
      for (int c = 0; c < d; c++) {
        double size = Math.abs(a[i + c]) + Math.abs(b[j + c]);
        if (size > 0) {
          sum += Math.abs(a[i + c] - b[j + c]) / size;
        }
      }
      return sum;
    }
  },
  /** Sum of absolute differences as a share of the sum of absolute sums. */
  BRAYCURTIS {
    @Override
    public double distance(double[] a, int i, double[] b, int j, int d) {
      double apart = 0;
      double size = 0;
      for (int c = 0; c < d; c++) {
        apart += Math.abs(a[i + c] - b[j + c]);
        size += Math.abs(a[i + c] + b[j + c]);
      }
      return size > 0 ? apart / size : 0;
    }
  },
  /**
   * Gower's distance between rows of numbers and categories, the mean over the columns: of numbers
   * the difference as a share of the column's range in the table, of categories 0 where they are
   * equal and 1 where they are not. Ranges and categories are a table's: see {@link MetricSpace}.
   */
  MIXED {
    @Override
    public double distance(double[] a, int i, double[] b, int j, int d) {
      throw new IllegalArgumentException(
          "metric must be one that two rows suffice for, got mixed, which needs a table");
    }
  };

  /**
   * The distance between {@code a[i … i+d−1]} and {@code b[j … j+d−1]}.
   *
   * @param d number of columns
   */
  public abstract double distance(double[] a, int i, double[] b, int j, int d);

  /** The name that users write: "euclidean". */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The metric that a user means.
   *
   * @param id its name, in any case
   * @throws IllegalArgumentException listing the names if there is none
   */
  public static Metric of(String id) {
    for (Metric metric : values()) {
      if (metric.id().equalsIgnoreCase(id)) {
        return metric;
      }
    }
    String names = String.join(", ", Arrays.stream(values()).map(Metric::id).toList());
    throw new IllegalArgumentException("metric must be one of " + names + ", got " + id);
  }

  private static double mean(double[] a, int i, int d) {
    double sum = 0;
    for (int c = 0; c < d; c++) {
      sum += a[i + c];
    }
    return d == 0 ? 0 : sum / d;
  }

  private static double oneMinusCosine(
      double[] a, int i, double p, double[] b, int j, double q, int d) {
    double dot = 0;
    double aa = 0;
    double bb = 0;
    for (int c = 0; c < d; c++) {
      double s = a[i + c] - p;
      double t = b[j + c] - q;
      dot += s * t;
      aa += s * s;
      bb += t * t;
    }
    if (aa == 0 || bb == 0) {
      return aa == bb ? 0 : 1;
    }
    return Math.min(2, Math.max(0, 1 - dot / (Math.sqrt(aa) * Math.sqrt(bb))));
  }
}
