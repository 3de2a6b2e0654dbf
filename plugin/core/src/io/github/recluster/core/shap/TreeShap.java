// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.shap;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.shap.ShapExplainer.Sink;
import io.github.recluster.core.trees.RegressionTree;
import io.github.recluster.core.trees.Thresholds;
import io.github.recluster.core.trees.TreeEnsemble;
import java.util.List;

/**
 * Path-dependent SHAP: a feature that is not known follows the training rows down the tree.
 *
 * <p><b>In</b>: ensembles over the same features, rows with NaN = missing. <b>Out</b>: log-odds
 * contributions, the numbers of XGBoost's {@code pred_contribs} and of shap's {@code
 * tree_path_dependent}. <b>How</b>: {@link TableExplainer} with {@link PathDependentLeaf}. Needs no
 * background; what it answers is "how do the trees' own splits explain this prediction".
 * <b>Differs</b>: probability units don't exist in this mode (shap has none either): contributions
 * of a log-odds game can't be turned into those of a probability game.
 */
public final class TreeShap implements ShapExplainer {
  private final TableExplainer explainer;

  private TreeShap(TableExplainer explainer) {
    this.explainer = explainer;
  }

  /**
   * Makes ready to explain some ensembles.
   *
   * @throws IllegalArgumentException if there is none, or they differ in the number of features
   */
  public static TreeShap of(List<TreeEnsemble> ensembles) {
    if (ensembles.isEmpty()) {
      throw new IllegalArgumentException("ensembles must be at least one, got none");
    }
    double[] baseValues = new double[ensembles.size()];
    for (int k = 0; k < baseValues.length; k++) {
      baseValues[k] = ensembles.get(k).baseMargin();
      for (RegressionTree tree : ensembles.get(k).trees()) {
        baseValues[k] += expected(tree);
      }
    }
    return new TreeShap(
        new TableExplainer(
            ensembles,
            Thresholds.of(ensembles),
            (group, progress) -> PathDependentLeaf::new,
            TableExplainer.MOST_BITS,
            baseValues));
  }

  /** The mean of the leaves by cover, from the bottom up. */
  private static double expected(RegressionTree tree) {
    double[] mean = new double[tree.size()];
    for (int i = tree.size() - 1; i >= 0; i--) {
      if (tree.isLeaf(i)) {
        mean[i] = tree.value(i);
      } else if (tree.cover(i) > 0) {
        int l = tree.left(i);
        int r = tree.right(i);
        mean[i] =
            mean[l] * (tree.cover(l) / (double) tree.cover(i))
                + mean[r] * (tree.cover(r) / (double) tree.cover(i));
      }
    }
    return mean[0];
  }

  @Override
  public int models() {
    return explainer.ensembles().size();
  }

  @Override
  public int features() {
    return explainer.features();
  }

  @Override
  public Unit unit() {
    return Unit.LOG_ODDS;
  }

  @Override
  public Mode mode() {
    return Mode.PATH_DEPENDENT;
  }

  @Override
  public double baseValue(int model) {
    return explainer.baseValue(model);
  }

  @Override
  public void explain(Matrix rows, Parallel parallel, Sink sink) {
    explainer.explain(rows, parallel, sink);
  }
}
