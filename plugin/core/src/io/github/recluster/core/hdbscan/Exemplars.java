// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

import io.github.recluster.core.data.Labels;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.neighbors.Metric;
import java.util.Arrays;

/**
 * The rows in the middle of the densest parts of each cluster, and how near a point is to them.
 *
 * <p>In: the table's rows, the condensed tree, the labels. Out: of each label, the rows that leave
 * the leaves below its cluster last; the distance of a point to the nearest of them. How: one pass
 * over the rows; the euclidean metric looks into a tree of a cluster's exemplars, other metrics at
 * all of them.
 */
final class Exemplars {
  private final Matrix[] rows;
  private final KdTree[] trees; // null: look at all
  private final Metric metric;

  Exemplars(Matrix table, CondensedTree tree, FlatClusters flat, Metric metric) {
    this.metric = metric;
    int labels = flat.cluster().length;
    int[][] found = find(tree, flat, labels);
    rows = new Matrix[labels];
    trees = metric == Metric.EUCLIDEAN ? new KdTree[labels] : null;
    for (int label = 0; label < labels; label++) {
      rows[label] = table.select(found[label]);
      if (trees != null) {
        trees[label] = KdTree.of(rows[label]);
      }
    }
  }

  private static int[][] find(CondensedTree tree, FlatClusters flat, int labels) {
    boolean[] leaf = tree.leaves();
    double[] death = tree.deaths();
    int[][] found = new int[labels][4];
    int[] count = new int[labels];
    for (int row = 0; row < tree.rows(); row++) {
      int c = tree.clusterOfRow(row);
      int label = flat.ofCluster()[c];
      if (label != Labels.NOISE && leaf[c] && tree.lambdaOfRow(row) == death[c]) {
        if (count[label] == found[label].length) {
          found[label] = Arrays.copyOf(found[label], 2 * count[label]);
        }
        found[label][count[label]++] = row;
      }
    }
    for (int label = 0; label < labels; label++) {
      found[label] = Arrays.copyOf(found[label], count[label]);
    }
    return found;
  }

  /** Distance of the point at {@code x[at …]} to the nearest exemplar of a label. */
  double distance(double[] x, int at, int label) {
    if (trees != null) {
      return Math.sqrt(squared(trees[label], 0, x, at, Double.POSITIVE_INFINITY));
    }
    int d = rows[label].columns();
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < rows[label].rows(); i++) {
      least = Math.min(least, metric.distance(x, at, rows[label].values(), i * d, d));
    }
    return least;
  }

  private static double squared(KdTree tree, int v, double[] x, int at, double limit) {
    if (tree.squaredToBox(x, at, v) >= limit) {
      return limit;
    }
    double least = limit;
    if (tree.isLeaf(v)) {
      for (int i = tree.start[v]; i < tree.end[v]; i++) {
        least = Math.min(least, tree.squared(x, at, i));
      }
      return least;
    }
    int left = v + 1;
    int right = tree.right[v];
    boolean leftFirst = tree.squaredToBox(x, at, left) <= tree.squaredToBox(x, at, right);
    least = squared(tree, leftFirst ? left : right, x, at, least);
    return squared(tree, leftFirst ? right : left, x, at, least);
  }
}
