// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.ovr;

import io.github.recluster.core.boosting.BinaryBooster;
import io.github.recluster.core.boosting.BinaryTarget;
import io.github.recluster.core.boosting.BoostingOptions;
import io.github.recluster.core.boosting.TrainingData;
import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.trees.RegressionTree;
import io.github.recluster.core.trees.TreeEnsemble;
import java.util.ArrayList;
import java.util.List;

/**
 * A small booster in plain Java: for each feature a stump at the mean, its leaves the weighted
 * log-odds of their sides. Keeps what it was given.
 */
final class StumpBooster implements BinaryBooster {
  final List<TrainingData> data = new ArrayList<>();
  final List<List<BinaryTarget>> targets = new ArrayList<>();

  @Override
  public List<TreeEnsemble> train(
      TrainingData rows, List<BinaryTarget> wanted, BoostingOptions options, Parallel parallel) {
    data.add(rows);
    targets.add(wanted);
    List<TreeEnsemble> ensembles = new ArrayList<>();
    for (BinaryTarget target : wanted) {
      List<RegressionTree> trees = new ArrayList<>();
      for (int f = 0; f < rows.x().columns(); f++) {
        trees.add(stump(rows.x(), target, f));
      }
      ensembles.add(new TreeEnsemble(rows.x().columns(), 0, trees));
    }
    return ensembles;
  }

  private static RegressionTree stump(Matrix x, BinaryTarget target, int f) {
    double sum = 0;
    int count = 0;
    for (double v : x.column(f)) {
      if (!Double.isNaN(v)) {
        sum += v;
        count++;
      }
    }
    float threshold = (float) (count == 0 ? 0 : sum / count);
    double[][] weight = {{1, 1}, {1, 1}}; // [right][positive]
    for (int i = 0; i < x.rows(); i++) {
      int right = x.get(i, f) < threshold ? 0 : 1;
      boolean positive = target.positive()[i];
      weight[right][positive ? 1 : 0] += positive ? target.positiveWeight() : 1;
    }
    float left = (float) StrictMath.log(weight[0][1] / weight[0][0]);
    float right = (float) StrictMath.log(weight[1][1] / weight[1][0]);
    float l = (float) (weight[0][0] + weight[0][1]);
    float r = (float) (weight[1][0] + weight[1][1]);
    return new RegressionTree.Builder(3)
        .split(0, f, threshold, 1, 2, false, Math.abs(left - right), l + r)
        .leaf(1, left, l)
        .leaf(2, right, r)
        .build();
  }
}
