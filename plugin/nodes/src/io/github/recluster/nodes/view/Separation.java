// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.view;

import io.github.recluster.core.data.FeatureTable;
import java.util.Arrays;

/**
 * How much a column differs between the clusters, to choose what a view shows first: the share of
 * its variance that lies between them (noise is one of them), less what chance would give. Of
 * categories the same over their indicators. One pass, no sorting.
 *
 * <p>Ref: numbers: epsilon squared (Kelley 1935); categories: Goodman and Kruskal's tau (1954),
 * adjusted alike.
 */
final class Separation {
  private static final int MOST_CATEGORIES = 1000; // more are names, not kinds

  private static final double UNTOLD = Double.NEGATIVE_INFINITY;

  private final int[] groups; // each row's
  private final int count;

  /** In clusters from −1 (noise) on. */
  Separation(int[] labels) {
    groups = Arrays.stream(labels).map(label -> label + 1).toArray();
    count = Arrays.stream(groups).max().orElse(0) + 1;
  }

  /** Whether there are two clusters at least, or one and noise. */
  boolean isPossible() {
    return Arrays.stream(groups).distinct().limit(2).count() == 2;
  }

  /**
   * From about 0 (alike in all) to 1 (told by the cluster); below all others where it cannot be
   * told.
   */
  double of(FeatureTable table, int column) {
    return table.isNumeric(column)
        ? ofNumbers(table.numbers(column))
        : ofCategories(table.codes(column), table.categories(column).size());
  }

  private double ofNumbers(double[] values) {
    double[] sums = new double[count];
    int[] sizes = new int[count];
    double mean = Arrays.stream(values).filter(Double::isFinite).average().orElse(0);
    double total = 0;
    for (int i = 0; i < values.length; i++) {
      if (Double.isFinite(values[i])) {
        double off = values[i] - mean;
        sums[groups[i]] += off;
        sizes[groups[i]]++;
        total += off * off;
      }
    }
    double between = 0;
    for (int g = 0; g < count; g++) {
      between += sizes[g] == 0 ? 0 : sums[g] * sums[g] / sizes[g];
    }
    return adjusted(between, total, sizes);
  }

  private double ofCategories(int[] codes, int categories) {
    if (categories > MOST_CATEGORIES) {
      return UNTOLD;
    }
    int[] counts = new int[count * categories];
    int[] sizes = new int[count];
    for (int i = 0; i < codes.length; i++) {
      if (codes[i] >= 0) {
        counts[groups[i] * categories + codes[i]]++;
        sizes[groups[i]]++;
      }
    }
    double rows = Arrays.stream(sizes).sum();
    double within = 0;
    double all = 0;
    for (int c = 0; c < categories; c++) {
      double sum = 0;
      for (int g = 0; g < count; g++) {
        double n = counts[g * categories + c];
        sum += n;
        within += n == 0 ? 0 : n * n / sizes[g];
      }
      all += sum * sum / rows;
    }
    return adjusted(within - all, rows - all, sizes);
  }

  /** Less than the share itself where groups are small: any few rows differ from others. */
  private static double adjusted(double between, double total, int[] sizes) {
    double rows = Arrays.stream(sizes).sum();
    double groups = Arrays.stream(sizes).filter(size -> size > 0).count();
    double share = 1 - (1 - between / total) * (rows - 1) / (rows - groups);
    return rows > groups && Double.isFinite(share) ? share : UNTOLD;
  }
}
