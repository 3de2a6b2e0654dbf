// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

import io.github.recluster.core.compute.Progress;
import io.github.recluster.core.data.Matrix;
import java.util.Arrays;

/**
 * Boxes within boxes around the rows of a table, for euclidean distances in few dimensions.
 *
 * <p>In: finite rows, n × d. Out: the rows in the order of leaves ({@link #points}; slot {@code i}
 * holds row {@code order[i]}), and nodes in preorder: the left child of node {@code v} is v + 1,
 * the right one {@code right[v]}, 0 for a leaf; a node's slots are {@code start[v] … end[v] − 1},
 * its tight box {@code box[2 d v …]}: all lower corners, then all upper ones. How: halves the
 * widest side of the box; where that would leave a side with less than an eighth of the rows, takes
 * the median. O(n log n), 8 d + 8 bytes a row.
 */
final class KdTree {
  private static final int LEAF = 16;
  private static final int LEAF_OF_MANY = 32; // columns, from 5 on

  private static final int CHECKED = 10_000; // rows of a node from which a user may stop

  final int n;
  final int d;
  final double[] points;
  final int[] order;
  int nodes;
  int depth; // the most nodes above one
  int[] start;
  int[] end;
  int[] right;
  int[] above;
  double[] box;
  private final Progress progress;

  private KdTree(Matrix x, Progress progress) {
    this.progress = progress;
    n = x.rows();
    d = x.columns();
    points = x.values().clone();
    order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    int guess = Math.max(4, n / 4);
    start = new int[guess];
    end = new int[guess];
    right = new int[guess];
    above = new int[guess];
    box = new double[guess * 2 * d];
    if (n > 0) {
      build();
    }
  }

  /** The tree of a table. */
  static KdTree of(Matrix x) {
    return new KdTree(x, Progress.NONE);
  }

  /** The same; looks for cancellation on the way. */
  static KdTree of(Matrix x, Progress progress) {
    return new KdTree(x, progress);
  }

  boolean isLeaf(int node) {
    return right[node] == 0;
  }

  /** Builds all nodes in preorder: a node, all below its left child, all below its right one. */
  private void build() {
    int[] later = new int[4 * 64]; // right children to come: parent, from, to, nodes above
    int waiting = 0;
    int parent = -1;
    int from = 0;
    int to = n;
    int level = 0;
    while (true) {
      int node = add(from, to, parent);
      int side = enclose(node, from, to);
      if (to - from > (d > 4 ? LEAF_OF_MANY : LEAF)) {
        int middle = divide(node, side, from, to);
        if (waiting == later.length) {
          later = Arrays.copyOf(later, 2 * waiting);
        }
        later[waiting++] = node;
        later[waiting++] = middle;
        later[waiting++] = to;
        later[waiting++] = ++level;
        depth = Math.max(depth, level);
        parent = node;
        to = middle;
      } else if (waiting > 0) {
        level = later[--waiting];
        to = later[--waiting];
        from = later[--waiting];
        parent = later[--waiting];
        right[parent] = nodes;
      } else {
        return;
      }
    }
  }

  private int add(int from, int to, int parent) {
    if (nodes == start.length) {
      grow();
    }
    if (to - from > CHECKED) {
      progress.checkCanceled();
    }
    start[nodes] = from;
    end[nodes] = to;
    above[nodes] = parent;
    return nodes++;
  }

  private void grow() {
    int size = 2 * nodes;
    start = Arrays.copyOf(start, size);
    end = Arrays.copyOf(end, size);
    right = Arrays.copyOf(right, size);
    above = Arrays.copyOf(above, size);
    box = Arrays.copyOf(box, size * 2 * d);
  }

  /** Puts the tight box of some slots into a node; returns its widest side. */
  private int enclose(int node, int from, int to) {
    int lower = node * 2 * d;
    int widest = 0;
    double width = -1;
    for (int c = 0; c < d; c++) {
      double min = points[from * d + c];
      double max = min;
      for (int i = from * d + c; i < to * d; i += d) {
        double value = points[i];
        if (value < min) {
          min = value;
        } else if (value > max) {
          max = value;
        }
      }
      box[lower + c] = min;
      box[lower + d + c] = max;
      if (max - min > width) {
        width = max - min;
        widest = c;
      }
    }
    return widest;
  }

  /**
   * Moves the slots so that the lower part of a side comes first; returns where the upper begins.
   */
  private int divide(int node, int side, int from, int to) {
    int half = (from + to) >>> 1;
    if (d == 0) {
      return half;
    }
    double min = box[node * 2 * d + side];
    double max = box[node * 2 * d + d + side];
    if (!(min < max)) {
      return half; // all alike
    }
    double cut = min + (max - min) / 2;
    int middle = partition(side, from, to, cut < max ? cut : min);
    int least = (to - from) / 8;
    if (middle - from < least || to - middle < least) {
      select(side, from, to, half);
      cut = points[half * d + side];
      middle = partition(side, from, to, cut < max ? cut : Math.nextDown(max));
    }
    return middle;
  }

  /** Slots up to and with {@code cut} first; returns where the others begin. */
  private int partition(int side, int from, int to, double cut) {
    int i = from;
    int j = to - 1;
    while (true) {
      while (i <= j && points[i * d + side] <= cut) {
        i++;
      }
      while (i <= j && points[j * d + side] > cut) {
        j--;
      }
      if (i > j) {
        return i;
      }
      swap(i++, j--);
    }
  }

  /** Quickselect: slot k gets what it would hold if the slots were sorted. */
  private void select(int side, int from, int to, int k) {
    int lo = from;
    int hi = to - 1;
    while (lo < hi) {
      double pivot = points[((lo + hi) >>> 1) * d + side];
      int i = lo;
      int j = hi;
      while (i <= j) {
        while (points[i * d + side] < pivot) {
          i++;
        }
        while (points[j * d + side] > pivot) {
          j--;
        }
        if (i <= j) {
          swap(i++, j--);
        }
      }
      if (k <= j) {
        hi = j;
      } else if (k >= i) {
        lo = i;
      } else {
        return;
      }
    }
  }

  private void swap(int i, int j) {
    int id = order[i];
    order[i] = order[j];
    order[j] = id;
    for (int c = 0; c < d; c++) {
      double value = points[i * d + c];
      points[i * d + c] = points[j * d + c];
      points[j * d + c] = value;
    }
  }

  /** Squared distance of two slots. */
  double squared(int i, int j) {
    return squared(points, i * d, j);
  }

  /** Squared distance of a point to a slot. */
  double squared(double[] from, int at, int j) {
    if (d == 2) {
      double s = from[at] - points[2 * j];
      double t = from[at + 1] - points[2 * j + 1];
      return s * s + t * t;
    }
    double sum = 0;
    for (int c = 0, b = j * d; c < d; c++, b++) {
      double t = from[at + c] - points[b];
      sum += t * t;
    }
    return sum;
  }

  /** Squared distance of a point to a node's box: never more than that to a slot in it. */
  double squaredToBox(double[] from, int at, int node) {
    int lower = node * 2 * d;
    if (d == 2) {
      double x = from[at];
      double y = from[at + 1];
      return squaredGap(box[lower] - x, x - box[lower + 2])
          + squaredGap(box[lower + 1] - y, y - box[lower + 3]);
    }
    double sum = 0;
    for (int c = 0; c < d; c++) {
      sum += squaredGap(box[lower + c] - from[at + c], from[at + c] - box[lower + d + c]);
    }
    return sum;
  }

  /** Squared distance of two nodes' boxes: never more than that of two slots in them. */
  double squaredBetween(int v, int w) {
    return squaredBetween(box, v * 2 * d, w);
  }

  /** Squared distance of another box, laid out as {@link #box}, to a node's. */
  double squaredBetween(double[] other, int w) {
    return squaredBetween(other, 0, w);
  }

  private double squaredBetween(double[] other, int a, int w) {
    int b = w * 2 * d;
    if (d == 2) {
      return squaredGap(box[b] - other[a + 2], other[a] - box[b + 2])
          + squaredGap(box[b + 1] - other[a + 3], other[a + 1] - box[b + 3]);
    }
    double sum = 0;
    for (int c = 0; c < d; c++) {
      sum += squaredGap(box[b + c] - other[a + d + c], other[a + c] - box[b + d + c]);
    }
    return sum;
  }

  /** Puts the box of some slots into {@code into}. */
  void enclose(int[] slots, int count, double[] into) {
    for (int c = 0; c < d; c++) {
      double min = Double.POSITIVE_INFINITY;
      double max = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < count; i++) {
        double value = points[slots[i] * d + c];
        min = Math.min(min, value);
        max = Math.max(max, value);
      }
      into[c] = min;
      into[d + c] = max;
    }
  }

  /** The square of the one of two overhangs that is positive; 0 if none is. */
  private static double squaredGap(double below, double above) {
    double gap = below > above ? below : above;
    return gap > 0 ? gap * gap : 0;
  }
}
