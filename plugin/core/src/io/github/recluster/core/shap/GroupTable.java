// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.shap;

import io.github.recluster.core.shap.BinnedRows.Condition;
import java.util.Arrays;
import java.util.function.Function;

/**
 * What a {@link LeafGroup} contributes to each of its features, for every outcome of its
 * conditions: to explain a row is then to look up one number a feature.
 *
 * <p>A group of too many conditions has no table; its one leaf is worked out row by row.
 */
final class GroupTable {
  private final LeafGroup group;
  private final float[][] table; // [feature of the group][outcome]; null if worked out
  private final LeafValues values; // of the one leaf; null if there is a table

  /**
   * Builds the table.
   *
   * @param bits the most conditions of a table
   * @param mode how a leaf's values are found
   */
  GroupTable(LeafGroup group, int bits, LeafMode mode) {
    this.group = group;
    int conditions = group.conditions().length;
    Function<LeafPath, LeafValues> valuesOf = mode.of(group);
    if (conditions > bits) {
      table = null;
      values = valuesOf.apply(group.leaves().get(0));
      return;
    }
    values = null;
    double[][] sums = new double[group.features().length][1 << conditions];
    int[] agreement = new int[1 << conditions];
    for (LeafPath leaf : group.leaves()) {
      LeafValues of = valuesOf.apply(leaf);
      if (leaf.depth() > 0) {
        agreements(leaf, agreement);
        add(leaf, of.table(), agreement, sums);
      }
    }
    table = new float[sums.length][1 << conditions];
    for (int j = 0; j < sums.length; j++) {
      for (int p = 0; p < agreement.length; p++) {
        table[j][p] = (float) sums[j][p];
      }
    }
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

  private void add(LeafPath leaf, double[][] values, int[] agreement, double[][] sums) {
    for (int i = 0; i < leaf.depth(); i++) {
      double[] sum = sums[Arrays.binarySearch(group.features(), leaf.features()[i])];
      double[] value = values[i];
      for (int p = 0; p < sum.length; p++) {
        sum[p] += value[agreement[p]];
      }
    }
  }

  /**
   * Adds the contributions to rows {@code from} … {@code to − 1} into {@code out[feature][row]}.
   *
   * @param patterns room for {@code to − from} numbers
   */
  void addTo(BinnedRows rows, int from, int to, int[] patterns, double[][] out) {
    if (table == null) {
      workOut(rows, from, to, out);
      return;
    }
    if (group.features().length == 0) {
      return;
    }
    int n = to - from;
    rows.patterns(group.conditions(), from, to, patterns);
    for (int j = 0; j < table.length; j++) {
      add(table[j], patterns, n, out[group.features()[j]], from);
    }
  }

  private static void add(float[] table, int[] patterns, int n, double[] out, int from) {
    for (int i = 0; i < n; i++) {
      out[from + i] += table[patterns[i] & (table.length - 1)];
    }
  }

  private void workOut(BinnedRows rows, int from, int to, double[][] out) {
    LeafPath leaf = group.leaves().get(0);
    double[] contributions = new double[leaf.depth()];
    for (int row = from; row < to; row++) {
      values.contributions(leaf.agreement(outcomes(group.conditions(), rows, row)), contributions);
      for (int i = 0; i < contributions.length; i++) {
        out[leaf.features()[i]][row] += contributions[i];
      }
    }
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
