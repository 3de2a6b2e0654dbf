// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.shap;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Progress;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.shap.BinnedRows.Condition;
import io.github.recluster.core.trees.Thresholds;
import io.github.recluster.core.trees.TreeEnsemble;
import io.github.recluster.core.trees.TreePredictor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Interventional SHAP: a feature that is not known takes its value from a row of a background.
 *
 * <p><b>In</b>: ensembles over the same features; a background of any number of rows. <b>Out</b>:
 * contributions as shap's {@code interventional}; base values are the mean predictions of the
 * background. <b>How</b>: in log-odds by {@link TableExplainer} with {@link InterventionalLeaf}:
 * cost of rows plus background, not rows times background. In probability by {@link PairwiseShap},
 * which takes each row against each background row, as shap defines it: choose a small background.
 */
public final class InterventionalShap implements ShapExplainer {
  private static final int ROWS_BETWEEN_CHECKS = 1 << 16;

  private final TableExplainer tables;
  private final PairwiseShap pairs; // null for log-odds
  private final Unit unit;

  private InterventionalShap(TableExplainer tables, PairwiseShap pairs, Unit unit) {
    this.tables = tables;
    this.pairs = pairs;
    this.unit = unit;
  }

  /**
   * Makes ready to explain some ensembles.
   *
   * @throws IllegalArgumentException if there is no ensemble or no background row, or they differ
   *     in the number of features
   */
  public static InterventionalShap of(
      List<TreeEnsemble> ensembles, Matrix background, Unit unit, Parallel parallel) {
    if (background.rows() == 0) {
      throw new IllegalArgumentException("background must have at least one row, got none");
    }
    double[][] margins = TreePredictor.of(ensembles).exactMargins(background, parallel);
    if (unit == Unit.PROBABILITY) {
      return new InterventionalShap(null, new PairwiseShap(ensembles, background, margins), unit);
    }
    double[] baseValues = new double[ensembles.size()];
    for (int k = 0; k < baseValues.length; k++) {
      for (double margin : margins[k]) {
        baseValues[k] += margin;
      }
      baseValues[k] /= background.rows();
    }
    Thresholds thresholds = Thresholds.of(ensembles);
    BinnedRows rows = BinnedRows.of(thresholds, background, 0, background.rows(), parallel);
    return new InterventionalShap(
        new TableExplainer(
            ensembles,
            thresholds,
            (group, progress) -> {
              if (group.conditions().length <= GroupTable.REMEMBERED) {
                double[] shares = rows.shares(group.conditions());
                return leaf -> counted(leaf, shares);
              }
              Map<Long, Integer> outcomes = occurring(group.conditions(), rows, progress);
              return leaf -> listed(leaf, outcomes, rows.rows());
            },
            Integer.MAX_VALUE,
            baseValues),
        null,
        unit);
  }

  /** From the share of each outcome of the group's conditions. */
  private static LeafValues counted(LeafPath leaf, double[] shares) {
    double[] byAgreement = new double[1 << leaf.depth()];
    for (int p = 0; p < shares.length; p++) {
      if (shares[p] != 0) {
        byAgreement[(int) leaf.agreement(p)] += shares[p];
      }
    }
    Map<Long, Double> occurring = new TreeMap<>();
    for (int a = 0; a < byAgreement.length; a++) {
      if (byAgreement[a] != 0) {
        occurring.put((long) a, byAgreement[a]);
      }
    }
    return values(leaf, occurring);
  }

  /** How often each outcome occurs, where outcomes are too many to be counted in an array. */
  private static Map<Long, Integer> occurring(
      Condition[] conditions, BinnedRows rows, Progress progress) {
    Map<Long, Integer> counts = new HashMap<>();
    for (int row = 0; row < rows.rows(); row++) {
      if (row % ROWS_BETWEEN_CHECKS == 0) {
        progress.checkCanceled();
      }
      counts.merge(GroupTable.outcomes(conditions, rows, row), 1, Integer::sum);
    }
    return counts;
  }

  /** From the outcomes that occur. */
  private static LeafValues listed(LeafPath leaf, Map<Long, Integer> outcomes, int rows) {
    Map<Long, Integer> counts = new HashMap<>();
    outcomes.forEach((o, count) -> counts.merge(leaf.agreement(o), count, Integer::sum));
    Map<Long, Double> shares = new TreeMap<>();
    counts.forEach((agreement, count) -> shares.put(agreement, count / (double) rows));
    return values(leaf, shares);
  }

  private static LeafValues values(LeafPath leaf, Map<Long, Double> shares) {
    long[] agreements = shares.keySet().stream().mapToLong(Long::longValue).toArray();
    double[] share = Arrays.stream(agreements).mapToDouble(shares::get).toArray();
    return new InterventionalLeaf(leaf.value(), leaf.depth(), agreements, share);
  }

  @Override
  public int models() {
    return pairs == null ? tables.ensembles().size() : pairs.models();
  }

  @Override
  public int features() {
    return pairs == null ? tables.features() : pairs.features();
  }

  @Override
  public Unit unit() {
    return unit;
  }

  @Override
  public Mode mode() {
    return Mode.INTERVENTIONAL;
  }

  @Override
  public double baseValue(int model) {
    return pairs == null ? tables.baseValue(model) : pairs.baseValue(model);
  }

  @Override
  public void explain(Matrix rows, Parallel parallel, Sink sink) {
    if (pairs == null) {
      tables.explain(rows, parallel, sink);
    } else {
      pairs.explain(rows, parallel, sink);
    }
  }
}
