// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.shap;

import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.trees.RegressionTree;
import io.github.recluster.core.trees.TreeEnsemble;
import java.util.ArrayList;
import java.util.List;

/** Random trees and rows that land on their thresholds, beside them, and nowhere (missing). */
final class MadeTrees {
  private MadeTrees() {}

  static TreeEnsemble ensemble(int features, int trees, int depth, long seed) {
    List<RegressionTree> list = new ArrayList<>();
    for (int t = 0; t < trees; t++) {
      list.add(tree(features, depth, Seeds.stream(seed, t)));
    }
    return new TreeEnsemble(features, 0.25f, list);
  }

  private static RegressionTree tree(int features, int depth, long seed) {
    RegressionTree.Builder builder = new RegressionTree.Builder((1 << (depth + 1)) - 1);
    grow(builder, 0, features, depth, 64, seed);
    return builder.build();
  }

  /** A tree whose splits leave one leaf each on their way down. */
  static RegressionTree oneWay(int features, int depth) {
    RegressionTree.Builder builder = new RegressionTree.Builder(2 * depth + 1);
    for (int i = 0; i < depth; i++) {
      builder.split(2 * i, i % features, i / 8f, 2 * i + 1, 2 * i + 2, false, 1, 64f / (i + 1));
      builder.leaf(2 * i + 1, i, 1);
    }
    builder.leaf(2 * depth, depth, 1);
    return builder.build();
  }

  /** A full tree in the order of a heap. */
  private static void grow(
      RegressionTree.Builder builder, int node, int features, int depth, double cover, long seed) {
    long own = Seeds.stream(seed, node);
    if (depth == 0) {
      builder.leaf(node, (float) (Seeds.uniform(own, 1) - 0.5), (float) cover);
      return;
    }
    double share = 0.1 + 0.8 * Seeds.uniform(own, 2);
    builder.split(
        node,
        Seeds.below(own, 3, features),
        Seeds.below(own, 4, 5) / 2f,
        2 * node + 1,
        2 * node + 2,
        Seeds.below(own, 5, 2) == 0,
        1,
        (float) cover);
    grow(builder, 2 * node + 1, features, depth - 1, cover * share, seed);
    grow(builder, 2 * node + 2, features, depth - 1, cover * (1 - share), seed);
  }

  static Matrix rows(int n, int features, long seed) {
    double[] values = new double[n * features];
    for (int i = 0; i < values.length; i++) {
      int v = Seeds.below(seed, i, 12);
      values[i] = v == 11 ? Double.NaN : v / 4.0;
    }
    return Matrix.of(n, features, values);
  }
}
