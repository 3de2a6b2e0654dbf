// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.ovr;

import io.github.recluster.core.ovr.ClassificationReport.Row;
import io.github.recluster.core.ovr.ClassificationReport.Side;
import io.github.recluster.core.ovr.ClassificationReport.Split;
import io.github.recluster.core.trees.TreeEnsemble;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Scores of one binary classifier.
 *
 * <p><b>In</b>: for each row, whether it is positive, and its margin; a margin above 0 says
 * positive. <b>Out</b>: the row of a {@link ClassificationReport}. <b>How</b>: counts, and one sort
 * by falling margin; rows of equal margin count as one step of both curves. <b>Ref</b>: as
 * scikit-learn defines them (Fawcett 2006 for ROC; average precision without interpolation).
 */
final class BinaryScores {
  private static final int BINS = 10;

  private final boolean[] positive;
  private final float[] margins;

  BinaryScores(boolean[] positive, float[] margins) {
    this.positive = positive;
    this.margins = margins;
  }

  /** All of them. */
  Row row(String cluster, Split split) {
    int tp = 0;
    int fp = 0;
    int fn = 0;
    int tn = 0;
    for (int i = 0; i < positive.length; i++) {
      boolean said = margins[i] > 0;
      tp += said && positive[i] ? 1 : 0;
      fp += said && !positive[i] ? 1 : 0;
      fn += !said && positive[i] ? 1 : 0;
      tn += !said && !positive[i] ? 1 : 0;
    }
    double[] areas = areas();
    return new Row(
        cluster,
        split,
        side(tp, fp, fn),
        side(tn, fn, fp),
        ratio(tp + tn, positive.length),
        areas[0],
        areas[1],
        warning(tp + fn, tn + fp));
  }

  private static Side side(int right, int wronglySaid, int missed) {
    double precision = ratio(right, right + wronglySaid);
    double recall = ratio(right, right + missed);
    double f1 = ratio(2.0 * right, 2.0 * right + wronglySaid + missed);
    return new Side(precision, recall, f1, right + missed);
  }

  private static double ratio(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  private static String warning(int positives, int negatives) {
    if (positives == 0) {
      return "No row of this cluster among those judged: the numbers mean nothing.";
    }
    if (negatives == 0) {
      return "Only rows of this cluster among those judged: the numbers mean nothing.";
    }
    if (positives < ClassificationReport.FEW_POSITIVES) {
      return "Only "
          + positives
          + (positives == 1 ? " row" : " rows")
          + " of this cluster among those judged: the numbers mean little.";
    }
    return "";
  }

  /** The reliability curve in ten bins of equal width. */
  List<CalibrationBin> calibration(String cluster) {
    int[] rows = new int[BINS];
    int[] inside = new int[BINS];
    double[] sum = new double[BINS];
    for (int i = 0; i < positive.length; i++) {
      double p = TreeEnsemble.probability(margins[i]);
      int bin = (int) Math.min(BINS - 1, p * BINS);
      rows[bin]++;
      inside[bin] += positive[i] ? 1 : 0;
      sum[bin] += p;
    }
    List<CalibrationBin> bins = new ArrayList<>();
    for (int b = 0; b < BINS; b++) {
      double n = rows[b] == 0 ? Double.NaN : rows[b];
      bins.add(
          new CalibrationBin(
              cluster,
              b / (double) BINS,
              (b + 1) / (double) BINS,
              rows[b],
              sum[b] / n,
              inside[b] / n));
    }
    return bins;
  }

  double averagePrecision() {
    return areas()[1];
  }

  /** Area under the ROC curve and average precision. */
  private double[] areas() {
    long[] keys = new long[margins.length]; // falling margin above, row below
    for (int i = 0; i < keys.length; i++) {
      int bits = Float.floatToIntBits(margins[i] + 0f); // −0 and 0 are one margin
      int rising = bits < 0 ? ~bits : bits | Integer.MIN_VALUE;
      keys[i] = (((long) ~rising << 32) ^ Long.MIN_VALUE) | i;
    }
    Arrays.sort(keys);
    double truePositives = 0;
    double falsePositives = 0;
    double roc = 0;
    double precisionArea = 0;
    int i = 0;
    while (i < keys.length) {
      long step = keys[i] >>> 32;
      double tp = truePositives;
      double fp = falsePositives;
      for (; i < keys.length && keys[i] >>> 32 == step; i++) {
        if (positive[(int) keys[i]]) {
          tp++;
        } else {
          fp++;
        }
      }
      roc += (fp - falsePositives) * (tp + truePositives) / 2;
      precisionArea += (tp - truePositives) * (tp / (tp + fp));
      truePositives = tp;
      falsePositives = fp;
    }
    return new double[] {
      truePositives == 0 || falsePositives == 0 ? Double.NaN : roc / truePositives / falsePositives,
      truePositives == 0 ? Double.NaN : precisionArea / truePositives
    };
  }

  /** The means over clusters, leaving out what is not defined. */
  static Row macro(List<Row> rows, Split split) {
    return new Row(
        ClassificationReport.MACRO,
        split,
        meanSide(rows.stream().map(Row::inside).toList()),
        meanSide(rows.stream().map(Row::rest).toList()),
        mean(rows.stream().map(Row::accuracy).toList()),
        mean(rows.stream().map(Row::rocAuc).toList()),
        mean(rows.stream().map(Row::averagePrecision).toList()),
        rows.stream().anyMatch(row -> !row.warning().isEmpty())
            ? "At least one cluster has too few rows to be judged."
            : "");
  }

  private static Side meanSide(List<Side> sides) {
    List<Double> support = new ArrayList<>();
    sides.forEach(side -> support.add(side.support()));
    return new Side(
        mean(sides.stream().map(Side::precision).toList()),
        mean(sides.stream().map(Side::recall).toList()),
        mean(sides.stream().map(Side::f1).toList()),
        mean(support));
  }

  private static double mean(List<Double> values) {
    double sum = 0;
    int count = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        sum += value;
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }
}
