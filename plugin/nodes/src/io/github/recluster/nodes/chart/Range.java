// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import java.util.Arrays;
import java.util.List;

/**
 * What the two ends of a color scale or an axis stand for. A quantity with natural ends keeps them
 * ({@link #SHARE}), so that the same color means the same in every chart.
 *
 * @param low the lower end
 * @param high the upper end, not below the lower one
 */
public record Range(double low, double high) {
  /** Shares, probabilities, Jaccard: none to all. */
  public static final Range SHARE = new Range(0, 1);

  /** Percentages. */
  public static final Range PERCENT = new Range(0, 100);

  private static final double TAIL = 0.01;

  public Range {
    if (!(low <= high)) {
      throw new IllegalArgumentException("high must be at least low, got " + low + " and " + high);
    }
  }

  /** Amounts: from nothing to the greatest. */
  public static Range fromZero(float[] values) {
    return new Range(0, farthest(values));
  }

  /** What may go both ways: zero in the middle. */
  public static Range aroundZero(float[] values) {
    double far = farthest(values);
    return new Range(-far, far);
  }

  /**
   * Where nearly all values lie: one in a hundred at either end may lie beyond, so that a few far
   * ones do not take all colors, unless the others are all alike.
   */
  static Range of(float[] values) {
    float[] sorted = values.clone();
    Arrays.sort(sorted); // NaN last
    int known = sorted.length;
    while (known > 0 && Float.isNaN(sorted[known - 1])) {
      known--;
    }
    if (known == 0) {
      return SHARE;
    }
    int last = known - 1;
    float low = sorted[(int) Math.floor(TAIL * last)];
    float high = sorted[(int) Math.ceil((1 - TAIL) * last)];
    return low < high ? new Range(low, high) : new Range(sorted[0], sorted[last]);
  }

  /** Wide enough for zero and all values, and never empty. */
  static Range withZero(List<float[]> lines) {
    double low = 0;
    double high = 0;
    for (float[] values : lines) {
      for (float value : values) {
        low = Math.min(low, Float.isFinite(value) ? value : 0);
        high = Math.max(high, Float.isFinite(value) ? value : 0);
      }
    }
    return new Range(low, high > low ? high : low + 1);
  }

  private static double farthest(float[] values) {
    double far = 0;
    for (float value : values) {
      far = Math.max(far, Float.isFinite(value) ? Math.abs(value) : 0);
    }
    return far > 0 ? far : 1;
  }

  /** Whether zero is the middle. */
  boolean isAroundZero() {
    return low < 0 && low == -high;
  }

  /** A value's place from 0 (the lower end) to 1; the middle if the ends are one. */
  double share(double value) {
    return low == high ? 0.5 : (value - low) / (high - low);
  }

  Json.Raw json() {
    return Json.of("low", low, "high", high);
  }
}
