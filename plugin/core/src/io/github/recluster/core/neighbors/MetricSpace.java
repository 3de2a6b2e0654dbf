// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.neighbors;

import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.data.ModelFile;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * How a table's rows become points of floats between which distances are cheap.
 *
 * <p>In: a table, n × d. Out: the same map for the table and for rows that come later. How: where
 * the metric looks at differences alone, the middle of each column is taken away first and all is
 * scaled by a power of two, so that large numbers close to one another stay apart in a float; under
 * cosine and correlation rows get length 1, and one more coordinate that is 1 for a row of zeros
 * alone, so that squared Euclidean distance is twice the cosine distance in every case; under
 * mixed, numbers become shares of their column's range. Differs: umap-learn rounds to floats at
 * once.
 */
public final class MetricSpace {
  private final Metric metric;
  private final int columns;
  private final double[] middle;
  private final double scale;

  /** Of mixed alone; null of all others. */
  private final MixedScale mixed;

  private MetricSpace(Metric metric, double[] middle, double scale, MixedScale mixed) {
    this.metric = metric;
    this.columns = middle.length;
    this.middle = middle;
    this.scale = scale;
    this.mixed = mixed;
  }

  /**
   * The mixed space of a table of numbers and codes.
   *
   * @param nominal whether a column's numbers are codes 0, 1, … of categories
   */
  public static MetricSpace mixed(Matrix x, boolean... nominal) {
    return new MetricSpace(Metric.MIXED, new double[x.columns()], 1, MixedScale.of(x, nominal));
  }

  /** The space of a table; it does not hang on the order of the rows. */
  public static MetricSpace of(Matrix x, Metric metric) {
    int d = x.columns();
    if (metric == Metric.MIXED) {
      return mixed(x, new boolean[d]);
    }
    double[] middle = new double[d];
    if (!differences(metric) || x.rows() == 0) {
      return new MetricSpace(metric, middle, 1, null);
    }
    double[] v = x.values();
    double widest = 0;
    for (int c = 0; c < d; c++) {
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      for (int i = c; i < v.length; i += d) {
        least = Math.min(least, v[i]);
        most = Math.max(most, v[i]);
      }
      middle[c] = least / 2 + most / 2;
      widest = Math.max(widest, most / 2 - least / 2);
    }
    boolean far = widest > 0x1p40 || (widest > 0 && widest < 0x1p-40);
    int exponent = Math.max(-1000, Math.min(1000, -Math.getExponent(widest)));
    return new MetricSpace(metric, middle, far ? Math.scalb(1.0, exponent) : 1, null);
  }

  /** Number of the table's columns, d. */
  public int columns() {
    return columns;
  }

  /** Coordinates of a point. */
  public int dimensions() {
    return angular(metric) || mixed != null ? columns + 1 : columns;
  }

  /** The points of some rows of a table, row after row. */
  public float[] points(Matrix x, int[] rows) {
    int d = dimensions();
    if ((long) rows.length * d > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "rows × columns must be below 2^31, got " + rows.length + " × " + d);
    }
    float[] points = new float[rows.length * d];
    for (int i = 0; i < rows.length; i++) {
      if (mixed != null) {
        mixed.point(x.values(), rows[i] * columns, points, i * d);
      } else if (angular(metric)) {
        direction(x.values(), rows[i] * columns, points, i * d);
      } else {
        for (int c = 0; c < d; c++) {
          points[i * d + c] = (float) ((x.values()[rows[i] * columns + c] - middle[c]) * scale);
        }
      }
    }
    return points;
  }

  /** Whether a point tells the row that it came from. */
  public boolean restores() {
    return differences(metric);
  }

  /** The rows that points stand for, row after row, where the space {@link #restores}; in place. */
  public double[] restore(double[] points) {
    for (int i = 0; i < points.length; i++) {
      points[i] = points[i] / scale + middle[i % columns];
    }
    return points;
  }

  private void direction(double[] from, int at, float[] to, int into) {
    double mean = 0;
    if (metric == Metric.CORRELATION) {
      for (int c = 0; c < columns; c++) {
        mean += from[at + c] / columns;
      }
    }
    double largest = 0;
    for (int c = 0; c < columns; c++) {
      largest = Math.max(largest, Math.abs(from[at + c] - mean));
    }
    double square = 0;
    for (int c = 0; c < columns && largest > 0; c++) {
      double t = (from[at + c] - mean) / largest;
      square += t * t;
    }
    double length = Math.sqrt(square);
    for (int c = 0; c < columns && largest > 0; c++) {
      to[into + c] = (float) ((from[at + c] - mean) / largest / length);
    }
    to[into + columns] = largest > 0 ? 0 : 1;
  }

  Kernel kernel() {
    return switch (metric) {
      case EUCLIDEAN, COSINE, CORRELATION -> Kernel.SQUARED;
      case MANHATTAN -> Kernel.MANHATTAN;
      case CHEBYSHEV -> Kernel.CHEBYSHEV;
      case HAMMING -> Kernel.HAMMING;
      case JACCARD -> Kernel.JACCARD;
      case CANBERRA -> Kernel.CANBERRA;
      case BRAYCURTIS -> Kernel.BRAYCURTIS;
      case MIXED -> Kernel.MIXED;
    };
  }

  /** Turns the kernel's numbers into distances, in place. */
  void toDistances(float[] numbers) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = distance(numbers[i]);
    }
  }

  private float distance(float number) {
    return switch (metric) {
      case EUCLIDEAN -> (float) (Math.sqrt(number) / scale);
      case COSINE, CORRELATION -> number / 2;
      case MIXED -> columns == 0 ? 0 : number / columns;
      default -> (float) (number / scale);
    };
  }

  private static boolean differences(Metric metric) {
    return metric == Metric.EUCLIDEAN || metric == Metric.MANHATTAN || metric == Metric.CHEBYSHEV;
  }

  private static boolean angular(Metric metric) {
    return metric == Metric.COSINE || metric == Metric.CORRELATION;
  }

  /** Writes what {@link #read} reads. */
  public void write(DataOutputStream out) throws IOException {
    out.writeUTF(metric.id());
    ModelFile.writeDoubles(out, middle);
    out.writeDouble(scale);
    if (mixed != null) {
      mixed.write(out);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static MetricSpace read(DataInputStream in) throws IOException {
    Metric metric = Metric.of(in.readUTF());
    double[] middle = ModelFile.readDoubles(in);
    double scale = in.readDouble();
    return new MetricSpace(
        metric, middle, scale, metric == Metric.MIXED ? MixedScale.read(in) : null);
  }
}
