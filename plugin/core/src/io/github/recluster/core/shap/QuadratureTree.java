// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.shap;

import io.github.recluster.core.shap.BinnedRows.Condition;
import io.github.recluster.core.trees.RegressionTree;
import io.github.recluster.core.trees.Thresholds;
import java.util.Arrays;

/**
 * Path-dependent contributions of a tree whose ways are too long for tables, for many rows at once.
 *
 * <p><b>How</b>: the Shapley value of feature {@code i} is the sum over leaves of {@code v (P_i −
 * r_i) ∫ Π_{k≠i} (t P_k + (1−t) r_k) dt} over 0 … 1, see {@link PathDependentLeaf}. One walk over
 * the tree finds all of them: down go the products at each of ⌈D/2⌉ Gauss points, where D is the
 * number of features on the longest way; up come the sums of the leaves below; an edge gives its
 * feature the sum of the leaves for which it is the last edge of that feature, divided by the
 * edge's own factor. So leaves share the work of the way they have in common: O(nodes · D / 2) a
 * row, for any depth. All rows of a block take each step together, in loops over plain arrays.
 * <b>Ref</b>: Yu et al. 2022 (Linear TreeSHAP) for the walk; Gauss and Legendre's points in place
 * of its interpolation keep it accurate. <b>Differs</b>: a share of 0 counts as 1e-30, so that it
 * can be divided by.
 */
final class QuadratureTree {
  private static final int BLOCK = 256; // short loops would not be vectorized
  private static final double LEAST_SHARE = 1e-30;

  private final RegressionTree tree;
  private final Condition[] conditions; // null at leaves
  private final int levels;
  private final Quadrature quadrature;

  QuadratureTree(RegressionTree tree, Thresholds thresholds) {
    this.tree = tree;
    this.conditions = new Condition[tree.size()];
    for (int i = 0; i < conditions.length; i++) {
      if (!tree.isLeaf(i)) {
        int feature = tree.feature(i);
        int limit = thresholds.limit(feature, tree.threshold(i));
        conditions[i] = new Condition(feature, limit, tree.missingLeft(i));
      }
    }
    this.levels = levels(tree);
    this.quadrature =
        Quadrature.exactTo(Math.max(0, Math.min(levels, tree.largestFeature() + 1) - 1));
  }

  /** Levels of splits of a tree. */
  static int levels(RegressionTree tree) {
    int[] level = new int[tree.size()];
    int deepest = 0;
    for (int i = 0; i < level.length; i++) {
      deepest = Math.max(deepest, level[i]);
      if (!tree.isLeaf(i)) {
        level[tree.left(i)] = level[i] + 1;
        level[tree.right(i)] = level[i] + 1;
      }
    }
    return deepest;
  }

  /**
   * Adds the contributions to rows {@code from} … {@code to − 1} into {@code out[feature][row]}.
   */
  void addTo(BinnedRows rows, int from, int to, double[][] out) {
    Walk walk = new Walk(rows, out);
    for (int first = from; first < to; first += BLOCK) {
      walk.run(first, Math.min(BLOCK, to - first));
    }
  }

  /** One block's way through the tree; arrays of a level hold a number a row, a point each. */
  private final class Walk {
    private final BinnedRows rows;
    private final double[][] out;
    private final int points = quadrature.count();
    private final double[][] products = new double[levels + 1][points * BLOCK];
    private final double[][] sums = new double[levels + 1][points * BLOCK];
    private final double[][] later = new double[levels + 1][points * BLOCK];
    private final boolean[] hasLater = new boolean[levels + 1];
    private final double[][] agrees = new double[levels + 1][BLOCK]; // 1 or 0 a row
    private final double[] share = new double[levels + 1];
    private final double[] total = new double[BLOCK];
    private final int[] lastEdge;
    private int firstRow;
    private int count;

    Walk(BinnedRows rows, double[][] out) {
      this.rows = rows;
      this.out = out;
      this.lastEdge = new int[out.length]; // 0: none, edges are counted from 1 on
      for (int q = 0; q < points; q++) {
        Arrays.fill(products[0], q * BLOCK, (q + 1) * BLOCK, quadrature.weight(q));
      }
    }

    void run(int first, int n) {
      firstRow = first;
      count = n;
      visit(0, 0);
    }

    /** Leaves the sum of the leaves below the node in {@code sums[level]}. */
    private void visit(int node, int level) {
      double[] sum = sums[level];
      if (tree.isLeaf(node)) {
        double value = tree.value(node);
        double[] product = products[level];
        for (int i = 0; i < sum.length; i++) {
          sum[i] = value * product[i];
        }
        return;
      }
      Arrays.fill(sum, 0);
      edge(node, tree.left(node), true, level + 1);
      edge(node, tree.right(node), false, level + 1);
    }

    private void edge(int node, int child, boolean left, int edge) {
      int feature = tree.feature(node);
      int before = lastEdge[feature];
      double cover = tree.cover(node);
      double own = Math.max(LEAST_SHARE, cover > 0 ? tree.cover(child) / cover : 0);
      share[edge] = before == 0 ? own : own * share[before];
      rows.holds(conditions[node], left, firstRow, count, agrees[edge]);
      if (before == 0 && tree.isLeaf(child)) {
        leaf(tree.value(child), edge, out[feature]);
        return;
      }
      hasLater[edge] = false;
      if (before == 0) {
        descend(edge);
      } else {
        descendAgain(edge, before);
      }
      lastEdge[feature] = edge;
      visit(child, edge);
      lastEdge[feature] = before;
      ascend(edge, before, out[feature]);
    }

    /** Down to a leaf and up again, where the edge's own factor need not be divided by. */
    private void leaf(double value, int edge, double[] contributions) {
      double[] product = products[edge - 1];
      double[] sum = sums[edge - 1];
      double[] agree = agrees[edge];
      Arrays.fill(total, 0);
      for (int q = 0; q < points; q++) {
        double t = quadrature.point(q);
        double differs = (1 - t) * share[edge];
        int at = q * BLOCK;
        for (int i = 0; i < BLOCK; i++) {
          double others = product[at + i] * value;
          total[i] += others;
          sum[at + i] += others * (differs + t * agree[i]);
        }
      }
      contribute(edge, contributions);
    }

    private void contribute(int edge, double[] contributions) {
      double[] agree = agrees[edge];
      for (int i = 0; i < count; i++) {
        contributions[firstRow + i] += (agree[i] - share[edge]) * total[i];
      }
    }

    /** The products below an edge whose feature was not asked for before. */
    private void descend(int edge) {
      double[] from = products[edge - 1];
      double[] to = products[edge];
      double[] agree = agrees[edge];
      for (int q = 0; q < points; q++) {
        double t = quadrature.point(q);
        double differs = (1 - t) * share[edge];
        int at = q * BLOCK;
        for (int i = 0; i < BLOCK; i++) {
          to[at + i] = from[at + i] * (differs + t * agree[i]);
        }
      }
    }

    /** The same where it was: its new factor stands in place of the old one. */
    private void descendAgain(int edge, int before) {
      double[] from = products[edge - 1];
      double[] to = products[edge];
      double[] agree = agrees[edge];
      double[] agreed = agrees[before];
      for (int i = 0; i < BLOCK; i++) {
        agree[i] *= agreed[i];
      }
      for (int q = 0; q < points; q++) {
        double t = quadrature.point(q);
        double differed = (1 - t) * share[before];
        double differs = (1 - t) * share[edge];
        double neither = differs / differed;
        double noMore = differs / (differed + t);
        double both = (differs + t) / (differed + t);
        int at = q * BLOCK;
        for (int i = 0; i < BLOCK; i++) { // one of the three, exactly
          to[at + i] =
              from[at + i]
                  * (neither * (1 - agreed[i]) + noMore * (agreed[i] - agree[i]) + both * agree[i]);
        }
      }
    }

    /** Gives the edge's feature what it contributes, and the node above the sum of the leaves. */
    private void ascend(int edge, int before, double[] contributions) {
      double[] sum = sums[edge];
      add(sum, sums[edge - 1]);
      if (before != 0) {
        if (hasLater[before]) {
          add(sum, later[before]);
        } else {
          System.arraycopy(sum, 0, later[before], 0, sum.length);
          hasLater[before] = true;
        }
      }
      double[] agree = agrees[edge];
      Arrays.fill(total, 0);
      for (int q = 0; q < points; q++) {
        double t = quadrature.point(q);
        double differs = (1 - t) * share[edge];
        double ifDiffers = 1 / differs;
        double ifAgrees = 1 / (differs + t);
        int at = q * BLOCK;
        if (hasLater[edge]) {
          double[] other = later[edge];
          for (int i = 0; i < BLOCK; i++) {
            double factor = ifDiffers * (1 - agree[i]) + ifAgrees * agree[i];
            total[i] += (sum[at + i] - other[at + i]) * factor;
          }
        } else {
          for (int i = 0; i < BLOCK; i++) {
            total[i] += sum[at + i] * (ifDiffers * (1 - agree[i]) + ifAgrees * agree[i]);
          }
        }
      }
      contribute(edge, contributions);
    }

    private void add(double[] what, double[] to) {
      for (int i = 0; i < to.length; i++) {
        to[i] += what[i];
      }
    }
  }
}
