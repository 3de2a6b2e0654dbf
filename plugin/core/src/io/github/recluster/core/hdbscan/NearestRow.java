// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.neighbors.Metric;
import java.util.Arrays;

/**
 * Where a new row would be linked to the rows of a table: the nearest by mutual reachability, of
 * equally near ones the nearest by distance, then the first.
 *
 * <p>In: the table's rows and core distances; a point. Out: {@link #row}, {@link #reach}, and
 * whether the point equals that row. How: the euclidean metric looks into a tree of the rows, first
 * for the point's own core distance, then for the row; other metrics look at all rows. For one
 * thread.
 */
final class NearestRow {
  /** What points share: made once a model. */
  static final class Index {
    private final Matrix rows;
    private final double[] core;
    private final HdbscanOptions options;
    private final KdTree tree; // null: look at all rows
    private final double[] least; // of each node: the smallest core distance in it

    Index(Matrix rows, double[] core, HdbscanOptions options) {
      this.rows = rows;
      this.core = core;
      this.options = options;
      tree = options.metric() == Metric.EUCLIDEAN ? KdTree.of(rows) : null;
      least = new double[tree == null ? 0 : tree.nodes];
      for (int v = least.length - 1; v >= 0; v--) {
        double min = tree.isLeaf(v) ? Double.POSITIVE_INFINITY : least[v + 1];
        if (tree.isLeaf(v)) {
          for (int i = tree.start[v]; i < tree.end[v]; i++) {
            min = Math.min(min, core[tree.order[i]]);
          }
        } else {
          min = Math.min(min, least[tree.right[v]]);
        }
        least[v] = min;
      }
    }
  }

  private final Index index;
  private final KdTree tree;
  private final double[] nearest;
  private double[] point = new double[0];
  private int at;
  private double distance;

  /** The row found. */
  int row;

  /** Its mutual reachability distance. */
  double reach;

  /** A row with the same numbers, or −1. */
  int same;

  NearestRow(Index index) {
    this.index = index;
    this.tree = index.tree;
    nearest = new double[Math.min(index.options.minSamples(), index.rows.rows())];
  }

  /** Looks for the row that the point at {@code x[at …]} would be linked to. */
  void find(double[] x, int from) {
    point = x;
    at = from;
    row = -1;
    same = -1;
    reach = Double.POSITIVE_INFINITY;
    distance = Double.POSITIVE_INFINITY;
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    if (tree == null) {
      int n = index.rows.rows();
      for (int j = 0; j < n; j++) {
        insert(distance(j), j);
      }
      for (int j = 0; j < n; j++) {
        offer(j, distance(j));
      }
    } else {
      measure(0);
      link(0);
    }
  }

  private double distance(int j) {
    int d = index.rows.columns();
    return index.options.metric().distance(point, at, index.rows.values(), j * d, d);
  }

  private void insert(double value, int j) {
    if (value == 0 && (same < 0 || j < same) && equal(j)) {
      same = j;
    }
    int i = nearest.length - 1;
    if (value < nearest[i]) {
      while (i > 0 && nearest[i - 1] > value) {
        nearest[i] = nearest[i - 1];
        i--;
      }
      nearest[i] = value;
    }
  }

  private boolean equal(int j) {
    int d = index.rows.columns();
    for (int c = 0; c < d; c++) {
      if (point[at + c] != index.rows.values()[j * d + c]) {
        return false;
      }
    }
    return true;
  }

  private void offer(int j, double apart) {
    double own = nearest[nearest.length - 1];
    double r = Math.max(Math.max(own, index.core[j]), apart / index.options.alpha());
    if (r < reach
        || (r == reach && (apart < distance || (apart == distance && (row < 0 || j < row))))) {
      row = j;
      reach = r;
      distance = apart;
    }
  }

  /** Fills {@link #nearest}; also looks for an equal row. */
  private void measure(int v) {
    double apart = Math.sqrt(tree.squaredToBox(point, at, v));
    if (apart > 0 && apart >= nearest[nearest.length - 1]) {
      return;
    }
    if (tree.isLeaf(v)) {
      for (int i = tree.start[v]; i < tree.end[v]; i++) {
        insert(Math.sqrt(tree.squared(point, at, i)), tree.order[i]);
      }
      return;
    }
    boolean leftFirst = leftFirst(v);
    measure(leftFirst ? v + 1 : tree.right[v]);
    measure(leftFirst ? tree.right[v] : v + 1);
  }

  private void link(int v) {
    double apart = Math.sqrt(tree.squaredToBox(point, at, v));
    double lower = Math.max(index.least[v], apart / index.options.alpha());
    lower = Math.max(lower, nearest[nearest.length - 1]);
    if (lower > reach || (lower == reach && apart > distance)) {
      return;
    }
    if (tree.isLeaf(v)) {
      for (int i = tree.start[v]; i < tree.end[v]; i++) {
        offer(tree.order[i], Math.sqrt(tree.squared(point, at, i)));
      }
      return;
    }
    boolean leftFirst = leftFirst(v);
    link(leftFirst ? v + 1 : tree.right[v]);
    link(leftFirst ? tree.right[v] : v + 1);
  }

  private boolean leftFirst(int v) {
    return tree.squaredToBox(point, at, v + 1) <= tree.squaredToBox(point, at, tree.right[v]);
  }
}
