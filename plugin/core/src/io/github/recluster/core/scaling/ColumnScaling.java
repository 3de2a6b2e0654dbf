// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.scaling;

import io.github.recluster.core.data.ModelFile;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * The map from the raw to the scaled numbers of one column, NaN to NaN.
 *
 * <p><b>In</b>: at fit, the column's numbers, none missing, at least one, any order. <b>Out</b>: a
 * map that never falls, and is finite for finite numbers. <b>How</b>: {@link Affine} in one or two
 * passes with exact sums, {@link Quantiles} by sorting. <b>Ref</b>: scikit-learn's StandardScaler,
 * MinMaxScaler, RobustScaler and QuantileTransformer to the normal distribution. <b>Differs</b>: a
 * column counts as constant if its numbers lie within four rounding errors of each other (there: a
 * bound that grows with n, or 2e−15 for a column of whatever unit), and maps to 0; robust scaling
 * divides by the standard deviation where half of the numbers are equal (there: by 1); quantiles
 * come from all rows (there: from 10,000), equal numbers at an end share their middle rank like
 * everywhere else, and the ends lie at the rank 1 / 2n (there: at ±5.2 whatever n is).
 */
sealed interface ColumnScaling {
  double apply(double value);

  /** The number that is subtracted: mean, least number, or median. */
  double center();

  /** The number that is divided by: standard deviation, range, or distance of the quartiles. */
  double scale();

  void write(DataOutputStream out) throws IOException;

  static ColumnScaling fit(ScalingMethod method, double[] present) {
    if (method == ScalingMethod.QUANTILE) {
      return Quantiles.fit(present);
    }
    double min = Arrays.stream(present).min().orElseThrow();
    double max = Arrays.stream(present).max().orElseThrow();
    if (max - min <= 4 * Math.ulp(Math.max(Math.abs(min), Math.abs(max)))) {
      return new Affine(min + (max - min) / 2, 1);
    }
    return switch (method) {
      case MIN_MAX -> new Affine(min, max - min);
      case ROBUST -> robust(present);
      default -> standard(present);
    };
  }

  private static Affine standard(double[] present) {
    ExactSum sum = new ExactSum();
    for (double value : present) {
      sum.add(value);
    }
    double mean = sum.value() / present.length;
    ExactSum squares = new ExactSum();
    for (double value : present) {
      squares.add((value - mean) * (value - mean));
    }
    return new Affine(mean, Math.sqrt(squares.value() / present.length));
  }

  private static Affine robust(double[] present) {
    double[] sorted = present.clone();
    Arrays.sort(sorted);
    double distance = Quantiles.at(sorted, 3, 4) - Quantiles.at(sorted, 1, 4);
    return new Affine(
        Quantiles.at(sorted, 1, 2), distance > 0 ? distance : standard(present).scale());
  }

  static ColumnScaling read(DataInputStream in) throws IOException {
    return in.readBoolean()
        ? new Affine(in.readDouble(), in.readDouble())
        : new Quantiles(ModelFile.readDoubles(in), in.readInt());
  }

  /** Subtract, then divide. */
  record Affine(double center, double scale) implements ColumnScaling {
    @Override
    public double apply(double value) {
      return (value - center) / scale;
    }

    @Override
    public void write(DataOutputStream out) throws IOException {
      out.writeBoolean(true);
      out.writeDouble(center);
      out.writeDouble(scale);
    }
  }

  /** Rank among the numbers of the fit, then the normal distribution's number of that rank. */
  final class Quantiles implements ColumnScaling {
    private static final int MOST = 1000;

    private final double[] quantiles;
    private final int count;
    private final double end;

    private Quantiles(double[] quantiles, int count) {
      this.quantiles = quantiles;
      this.count = count;
      this.end = 0.5 / count;
    }

    private static Quantiles fit(double[] present) {
      double[] sorted = present.clone();
      Arrays.sort(sorted);
      double[] quantiles = new double[Math.max(2, Math.min(MOST, sorted.length))];
      for (int i = 0; i < quantiles.length; i++) {
        quantiles[i] = at(sorted, i, quantiles.length - 1);
      }
      return new Quantiles(quantiles, sorted.length);
    }

    /** The quantile {@code part / of}, between the two nearest numbers in proportion. */
    private static double at(double[] sorted, int part, int of) {
      long steps = (long) part * (sorted.length - 1);
      int below = (int) (steps / of);
      double fraction = (double) (steps % of) / of;
      if (fraction == 0) {
        return sorted[below];
      }
      double step = sorted[below + 1] - sorted[below];
      return fraction < 0.5
          ? sorted[below] + step * fraction
          : sorted[below + 1] - step * (1 - fraction);
    }

    @Override
    public double apply(double value) {
      if (Double.isNaN(value)) {
        return value;
      }
      double rank = rank(value) / (quantiles.length - 1);
      return InverseNormal.of(Math.min(1 - end, Math.max(end, rank)));
    }

    /** Where the value lies among the quantiles, counted from 0; in the middle of equal ones. */
    private double rank(double value) {
      int first = lowerBound(value);
      if (first == quantiles.length) {
        return first - 1;
      }
      if (quantiles[first] > value) {
        return first == 0
            ? 0
            : first - (quantiles[first] - value) / (quantiles[first] - quantiles[first - 1]);
      }
      int last = lowerBound(Math.nextUp(value)) - 1;
      return (first + last) / 2.0;
    }

    /** The first quantile that is not below the value. */
    private int lowerBound(double value) {
      int low = 0;
      int high = quantiles.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (quantiles[middle] < value) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }

    @Override
    public double center() {
      return at(quantiles, 1, 2);
    }

    @Override
    public double scale() {
      return at(quantiles, 3, 4) - at(quantiles, 1, 4);
    }

    @Override
    public void write(DataOutputStream out) throws IOException {
      out.writeBoolean(false);
      ModelFile.writeDoubles(out, quantiles);
      out.writeInt(count);
    }
  }
}
