// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.shap;

import io.github.recluster.core.shap.BinnedRows.Condition;
import io.github.recluster.core.trees.RegressionTree;
import io.github.recluster.core.trees.Thresholds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Some leaves of a tree that hang on the same few conditions: all leaves below one node, or one
 * leaf whose way is long.
 *
 * @param conditions those on the way to the node, then those below it
 * @param features the distinct features they ask for
 * @param leaves the leaves
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record LeafGroup(Condition[] conditions, int[] features, List<LeafPath> leaves) {

  /**
   * Thresholds a tree into groups of at most {@code bits} conditions each, as few as possible; two
   * leaves side by side stay together even if their way has more. With 0, each leaf is a group.
   */
  static List<LeafGroup> cut(RegressionTree tree, Thresholds thresholds, int bits) {
    int[] inner = new int[tree.size()];
    for (int i = tree.size() - 1; i >= 0; i--) {
      inner[i] = tree.isLeaf(i) ? 0 : 1 + inner[tree.left(i)] + inner[tree.right(i)];
    }
    List<LeafGroup> groups = new ArrayList<>();
    new Cutter(tree, thresholds, bits, inner, groups).visit(0, new ArrayList<>());
    return groups;
  }

  /** One step of a way: at a node, to the left or to the right. */
  private record Step(int node, boolean left) {}

  /** Walks down a tree until what is below fits into one group. */
  private record Cutter(
      RegressionTree tree, Thresholds thresholds, int bits, int[] inner, List<LeafGroup> groups) {

    void visit(int node, List<Step> way) {
      boolean siblings = inner[node] == 1 && way.size() < Long.SIZE && bits > 0;
      if (tree.isLeaf(node) || siblings || way.size() + inner[node] <= bits) {
        groups.add(group(node, way));
        return;
      }
      way.add(new Step(node, true));
      visit(tree.left(node), way);
      way.set(way.size() - 1, new Step(node, false));
      visit(tree.right(node), way);
      way.remove(way.size() - 1);
    }

    private LeafGroup group(int top, List<Step> way) {
      List<Integer> nodes = new ArrayList<>();
      way.forEach(step -> nodes.add(step.node()));
      List<LeafPath> leaves = new ArrayList<>();
      collect(top, new ArrayList<>(way), nodes, leaves);
      Condition[] conditions =
          nodes.stream()
              .map(
                  i ->
                      new Condition(
                          tree.feature(i),
                          thresholds.limit(tree.feature(i), tree.threshold(i)),
                          tree.missingLeft(i)))
              .toArray(Condition[]::new);
      int[] features = nodes.stream().mapToInt(tree::feature).distinct().sorted().toArray();
      return new LeafGroup(conditions, features, leaves);
    }

    /** All leaves below a node; the nodes met on the way join the group's conditions. */
    private void collect(int node, List<Step> way, List<Integer> nodes, List<LeafPath> leaves) {
      if (tree.isLeaf(node)) {
        leaves.add(leaf(node, way, nodes));
        return;
      }
      nodes.add(node);
      way.add(new Step(node, true));
      collect(tree.left(node), way, nodes, leaves);
      way.set(way.size() - 1, new Step(node, false));
      collect(tree.right(node), way, nodes, leaves);
      way.remove(way.size() - 1);
    }

    private LeafPath leaf(int leaf, List<Step> way, List<Integer> nodes) {
      int[] features = way.stream().mapToInt(s -> tree.feature(s.node())).distinct().toArray();
      double[] ratios = new double[features.length];
      Arrays.fill(ratios, 1);
      long[] masks = new long[features.length];
      long[] wanted = new long[features.length];
      for (Step step : way) {
        int i = 0;
        while (features[i] != tree.feature(step.node())) {
          i++;
        }
        int child = step.left() ? tree.left(step.node()) : tree.right(step.node());
        double cover = tree.cover(step.node());
        ratios[i] *= cover > 0 ? tree.cover(child) / cover : 0;
        int place = nodes.indexOf(step.node());
        if (place >= Long.SIZE) {
          throw new IllegalArgumentException(
              "depth must be at most 64 for SHAP, got more in a tree of " + tree.size() + " nodes");
        }
        masks[i] |= 1L << place;
        wanted[i] |= step.left() ? 1L << place : 0;
      }
      return new LeafPath(tree.value(leaf), features, ratios, masks, wanted);
    }
  }
}
