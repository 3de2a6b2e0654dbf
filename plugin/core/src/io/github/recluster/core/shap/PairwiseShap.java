// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.shap;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Progress;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.trees.RegressionTree;
import io.github.recluster.core.trees.TreeEnsemble;
import io.github.recluster.core.trees.TreePredictor;
import java.util.Arrays;
import java.util.List;

/**
 * Interventional SHAP of the probability, each row against each row of the background.
 *
 * <p><b>How</b>: for a pair, one walk down each tree along both rows' ways; where they part, the
 * feature goes with the one or the other. The pair's log-odds contributions are then scaled by the
 * slope between the two predictions, (p(x) − p(r)) / (m(x) − m(r)), so that they add up to the
 * difference of probabilities; a row's contributions are the mean over the background. O(n · m ·
 * nodes met). <b>Ref</b>: Lundberg et al. 2020, algorithm 3 and its rescaling; shap does the same.
 */
final class PairwiseShap {
  private static final int BLOCK = 16;
  private static final int PAIRS_BETWEEN_CHECKS = 64;

  private final List<TreeEnsemble> ensembles;
  private final TreePredictor predictor;
  private final float[][] background;
  private final double[][] backgroundMargins;
  private final double[] baseValues;

  PairwiseShap(List<TreeEnsemble> ensembles, Matrix background, double[][] backgroundMargins) {
    this.ensembles = List.copyOf(ensembles);
    this.predictor = TreePredictor.of(ensembles);
    this.background = rows(background);
    this.backgroundMargins = backgroundMargins;
    this.baseValues = new double[ensembles.size()];
    for (int k = 0; k < baseValues.length; k++) {
      for (double margin : backgroundMargins[k]) {
        baseValues[k] += TreeEnsemble.probability(margin);
      }
      baseValues[k] /= background.rows();
    }
  }

  private static float[][] rows(Matrix x) {
    float[][] rows = new float[x.rows()][x.columns()];
    for (int i = 0; i < rows.length; i++) {
      for (int f = 0; f < rows[i].length; f++) {
        rows[i][f] = (float) x.get(i, f);
      }
    }
    return rows;
  }

  int models() {
    return ensembles.size();
  }

  int features() {
    return ensembles.get(0).features();
  }

  double baseValue(int model) {
    return baseValues[model];
  }

  void explain(Matrix x, Parallel parallel, ShapExplainer.Sink sink) {
    double[][] margins = predictor.exactMargins(x, parallel);
    float[][] rows = rows(x);
    for (int k = 0; k < models(); k++) {
      int model = k;
      parallel.progress().report((double) k / models(), "Explaining predictions");
      parallel.forChunks(
          rows.length,
          BLOCK,
          (from, to) -> explain(model, from, to, rows, margins[model], parallel.progress(), sink));
    }
  }

  private void explain(
      int model,
      int from,
      int to,
      float[][] rows,
      double[] margins,
      Progress progress,
      ShapExplainer.Sink sink) {
    double[][] contributions = new double[features()][to - from];
    double[] predictions = new double[to - from];
    double[] pair = new double[features()];
    for (int i = from; i < to; i++) {
      predictions[i - from] = TreeEnsemble.probability(margins[i]);
      for (int b = 0; b < background.length; b++) {
        if (b % PAIRS_BETWEEN_CHECKS == 0) {
          progress.checkCanceled();
        }
        Arrays.fill(pair, 0);
        for (RegressionTree tree : ensembles.get(model).trees()) {
          PairWalk.add(tree, rows[i], background[b], pair);
        }
        double scale = slope(margins[i], backgroundMargins[model][b]) / background.length;
        for (int f = 0; f < pair.length; f++) {
          contributions[f][i - from] += pair[f] * scale;
        }
      }
    }
    sink.accept(new ShapBlock(model, from, 0, to - from, contributions, predictions));
  }

  /** Of the probability between two margins; between equal ones nothing is to be scaled. */
  private static double slope(double a, double b) {
    return a == b ? 1 : (TreeEnsemble.probability(a) - TreeEnsemble.probability(b)) / (a - b);
  }
}
