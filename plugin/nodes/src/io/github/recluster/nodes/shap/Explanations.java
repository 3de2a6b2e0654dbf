// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.shap;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.shap.ShapBlock;
import io.github.recluster.core.shap.ShapExplainer;
import io.github.recluster.core.shap.ShapSummary;
import java.util.List;

/**
 * A model's explanations of all rows of a table.
 *
 * @param labels the clusters, in the order of the classifiers
 * @param features the features, in the order of their contributions
 * @param summary means over all rows
 * @param bases the prediction of each classifier before anything is known of a row
 * @param predictions of each classifier, row after row
 * @param contributions of each classifier, row after row, feature after feature
 */
@SuppressWarnings("ArrayRecordComponent") // large, handed over, never compared
record Explanations(
    List<String> labels,
    List<String> features,
    ShapExplainer.Unit unit,
    ShapExplainer.Mode mode,
    ShapSummary summary,
    double[] bases,
    double[][] predictions,
    double[][] contributions) {

  /**
   * Explains all rows.
   *
   * @param clusters each row's own cluster as its place among the labels; −1 if it has none
   */
  static Explanations of(
      ShapExplainer explainer,
      List<String> labels,
      List<String> features,
      Matrix x,
      int[] clusters,
      Parallel parallel) {
    int models = explainer.models();
    double[][] predictions = new double[models][x.rows()];
    double[][] contributions = new double[models][Math.multiplyExact(x.rows(), x.columns())];
    ShapSummary summary =
        ShapSummary.of(
            explainer,
            x,
            clusters,
            parallel,
            block ->
                keep(block, x.columns(), predictions[block.model()], contributions[block.model()]));
    double[] bases = new double[models];
    for (int k = 0; k < models; k++) {
      bases[k] = explainer.baseValue(k);
    }
    return new Explanations(
        labels,
        features,
        explainer.unit(),
        explainer.mode(),
        summary,
        bases,
        predictions,
        contributions);
  }

  private static void keep(
      ShapBlock block, int columns, double[] predictions, double[] contributions) {
    for (int i = 0; i < block.rows(); i++) {
      int row = block.firstRow() + i;
      predictions[row] = block.prediction(i);
      for (int f = 0; f < columns; f++) {
        contributions[row * columns + f] = block.contribution(i, f);
      }
    }
  }

  double contribution(int cluster, int row, int feature) {
    return contributions[cluster][row * features.size() + feature];
  }

  int rows() {
    return summary.rows();
  }
}
