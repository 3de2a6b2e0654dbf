// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.shap;

import io.github.recluster.core.compute.Progress;
import io.github.recluster.core.shap.BinnedRows.Condition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/**
 * What a {@link LeafGroup} contributes to each of its features, for every outcome of its
 * conditions: to explain a row is then to look up one number a feature.
 *
 * <p>A group of more conditions than a table may have is worked out outcome by outcome as rows
 * bring them, and what was worked out is remembered up to {@link #REMEMBERED} conditions; only few
 * of all outcomes occur.
 */
final class GroupTable {
  /** Conditions up to which outcomes are remembered. */
  static final int REMEMBERED = 12;

  private final LeafGroup group;
  private final float[][] table; // [feature of the group][outcome]; null if worked out
  private final List<LeafValues> values; // of the leaves; none if there is a table
  private final AtomicReferenceArray<double[]> memory; // by outcome; null if there is none

  /**
   * Builds the table.
   *
   * @param bits the most conditions of a table
   * @param mode how a leaf's values are found
   * @param progress is looked at for cancellation
   */
  GroupTable(LeafGroup group, int bits, LeafMode mode, Progress progress) {
    this.group = group;
    Function<LeafPath, LeafValues> valuesOf = mode.of(group, progress);
    int conditions = group.conditions().length;
    if (conditions <= bits) {
      table = table(group, valuesOf);
      values = List.of();
      memory = null;
    } else {
      table = null;
      values = new ArrayList<>();
      group.leaves().forEach(leaf -> values.add(valuesOf.apply(leaf)));
      memory = conditions <= REMEMBERED ? new AtomicReferenceArray<>(1 << conditions) : null;
    }
  }

  private static float[][] table(LeafGroup group, Function<LeafPath, LeafValues> valuesOf) {
    int outcomes = 1 << group.conditions().length;
    double[][] sums = new double[group.features().length][outcomes];
    int[] agreement = new int[outcomes];
    for (LeafPath leaf : group.leaves()) {
      if (leaf.depth() > 0) {
        agreements(leaf, agreement);
        double[][] of = valuesOf.apply(leaf).table();
        for (int i = 0; i < leaf.depth(); i++) {
          double[] sum = sums[Arrays.binarySearch(group.features(), leaf.features()[i])];
          for (int p = 0; p < outcomes; p++) {
            sum[p] += of[i][agreement[p]];
          }
        }
      }
    }
    float[][] table = new float[sums.length][outcomes];
    for (int j = 0; j < sums.length; j++) {
      for (int p = 0; p < outcomes; p++) {
        table[j][p] = (float) sums[j][p];
      }
    }
    return table;
  }

  private static void agreements(LeafPath leaf, int[] out) {
    Arrays.fill(out, 0);
    for (int i = 0; i < leaf.depth(); i++) {
      int mask = (int) leaf.masks()[i];
      int wanted = (int) leaf.wanted()[i];
      for (int p = 0; p < out.length; p++) {
        out[p] |= ((p ^ wanted) & mask) == 0 ? 1 << i : 0;
      }
    }
  }

  /**
   * Adds the contributions to rows {@code from} … {@code to − 1} into {@code out[feature][row]}.
   *
   * @param patterns room for {@code to − from} numbers
   */
  void addTo(BinnedRows rows, int from, int to, int[] patterns, double[][] out) {
    int n = to - from;
    if (table == null && memory == null) {
      for (int row = from; row < to; row++) {
        add(workOut(outcomes(group.conditions(), rows, row)), row, out);
      }
    } else if (table == null) {
      rows.patterns(group.conditions(), from, to, patterns);
      for (int i = 0; i < n; i++) {
        add(remembered(patterns[i]), from + i, out);
      }
    } else if (table.length > 0) {
      rows.patterns(group.conditions(), from, to, patterns);
      for (int j = 0; j < table.length; j++) {
        add(table[j], patterns, n, out[group.features()[j]], from);
      }
    }
  }

  private static void add(float[] table, int[] patterns, int n, double[] out, int from) {
    for (int i = 0; i < n; i++) {
      out[from + i] += table[patterns[i] & (table.length - 1)];
    }
  }

  private void add(double[] contributions, int row, double[][] out) {
    for (int j = 0; j < contributions.length; j++) {
      out[group.features()[j]][row] += contributions[j];
    }
  }

  /** Two threads may work out the same outcome; they find the same numbers. */
  private double[] remembered(int outcomes) {
    double[] contributions = memory.get(outcomes);
    if (contributions == null) {
      contributions = workOut(outcomes);
      memory.set(outcomes, contributions);
    }
    return contributions;
  }

  /** The contributions to the group's features. */
  private double[] workOut(long outcomes) {
    double[] sum = new double[group.features().length];
    double[] contributions = new double[sum.length];
    for (int l = 0; l < values.size(); l++) {
      LeafPath leaf = group.leaves().get(l);
      values.get(l).contributions(leaf.agreement(outcomes), contributions);
      for (int i = 0; i < leaf.depth(); i++) {
        sum[Arrays.binarySearch(group.features(), leaf.features()[i])] += contributions[i];
      }
    }
    return sum;
  }

  /** How conditions come out for a row, at most 64 of them. */
  static long outcomes(Condition[] conditions, BinnedRows rows, int row) {
    long outcomes = 0;
    for (int c = 0; c < conditions.length; c++) {
      outcomes |= rows.holds(conditions[c], row) ? 1L << c : 0;
    }
    return outcomes;
  }
}
