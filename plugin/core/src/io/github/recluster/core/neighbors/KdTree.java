// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.neighbors;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Seeds;

/**
 * Boxes within boxes around points of few coordinates, and the exact search among them.
 *
 * <p>In: n ≥ 1 points of d floats; not written to. Out: the same neighbors as all pairs would give,
 * bit for bit, ties by index. How: each node halves its points at the median of its box's widest
 * side, so that a node's number says which slots are its own: root 1, children 2 v and 2 v + 1. A
 * search passes by a box whose nearest corner or face is farther than what it has. That point's
 * number comes from the same kernel: rounding never turns a smaller difference into a larger one,
 * so it is never above that of a point within. O(n log n) to build; 4 d + 4 bytes a point and 8 d a
 * node. Ref: Friedman, Bentley and Finkel, 1977.
 */
final class KdTree {
  private static final int LEAF = 16;

  private final int n;
  private final int d;
  private final Kernel kernel;
  private final float[] points;
  private final int[] order;
  private final int depth;

  /** Per node, its lower corner, then its upper one. */
  private final float[] box;

  /** Per node, the smallest index of its points: decides between equally near boxes. */
  private final int[] least;

  private KdTree(float[] from, int n, int d, Kernel kernel) {
    this.n = n;
    this.d = d;
    this.kernel = kernel;
    points = from.clone();
    order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    int levels = 0;
    while ((long) LEAF << levels < n) {
      levels++;
    }
    depth = levels;
    box = new float[(2 << depth) * 2 * d];
    least = new int[2 << depth];
  }

  /** The tree of n points; the kernel must be one that {@link Kernel#growsWithDifferences}. */
  static KdTree of(float[] points, int n, int d, Kernel kernel, Parallel parallel) {
    KdTree tree = new KdTree(points, n, d, kernel);
    for (int level = 0; level <= tree.depth; level++) {
      int first = 1 << level;
      parallel.forChunks(
          first,
          Math.max(1, first >> 6),
          (from, to) -> {
            for (int node = first + from; node < first + to; node++) {
              tree.divide(node);
            }
          });
    }
    return tree;
  }

  /** The point in a slot; neighboring slots hold points near one another. */
  int index(int slot) {
    return order[slot];
  }

  /** Where a node's slots begin; those of the next node of its level begin where its own end. */
  private int start(int node) {
    int level = 31 - Integer.numberOfLeadingZeros(node);
    return (int) (((node - (1L << level)) * n) >> level);
  }

  private int end(int node) {
    int level = 31 - Integer.numberOfLeadingZeros(node);
    return (int) (((node - (1L << level) + 1) * n) >> level);
  }

  private boolean isLeaf(int node) {
    return node >= 1 << depth;
  }

  private void divide(int node) {
    int from = start(node);
    int to = end(node);
    int side = enclose(node, from, to);
    int smallest = Integer.MAX_VALUE;
    for (int i = from; i < to; i++) {
      smallest = Math.min(smallest, order[i]);
    }
    least[node] = smallest;
    if (side >= 0 && !isLeaf(node)) {
      select(side, from, to - 1, end(2 * node));
    }
  }

  /** Puts the tight box of some slots into a node; its widest side, −1 if all are equal. */
  private int enclose(int node, int from, int to) {
    int lower = node * 2 * d;
    int widest = -1;
    float width = 0;
    for (int c = 0; c < d; c++) {
      float min = points[from * d + c];
      float max = min;
      for (int i = from + 1; i < to; i++) {
        min = Math.min(min, points[i * d + c]);
        max = Math.max(max, points[i * d + c]);
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

  /** Quickselect: no slot before k is above slot k, none after it below. */
  private void select(int side, int from, int to, int k) {
    int lo = from;
    int hi = to;
    while (lo < hi) {
      float pivot = points[(lo + Seeds.below(lo, hi, hi - lo + 1)) * d + side];
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
    int index = order[i];
    order[i] = order[j];
    order[j] = index;
    for (int c = 0; c < d; c++) {
      float value = points[i * d + c];
      points[i * d + c] = points[j * d + c];
      points[j * d + c] = value;
    }
  }

  /** A search for the k nearest; for one thread, query after query. */
  final class Search {
    private final NearestList list;
    private final float[] corner = new float[d];
    private float[] query;
    private int at;
    private int self;

    Search(int k) {
      list = new NearestList(k);
    }

    /**
     * The nearest points to {@code query[at … at+d−1]}; overwritten by the next call.
     *
     * @param self index of a point that does not count, −1 for none
     */
    NearestList nearest(float[] query, int at, int self) {
      this.query = query;
      this.at = at;
      this.self = self;
      list.clear();
      visit(1);
      return list;
    }

    private void visit(int node) {
      if (isLeaf(node)) {
        offer(start(node), end(node));
        return;
      }
      int near = 2 * node;
      int far = near + 1;
      float toNear = toBox(near);
      float toFar = toBox(far);
      if (toFar < toNear || (toFar == toNear && least[far] < least[near])) {
        near = far--;
        float t = toNear;
        toNear = toFar;
        toFar = t;
      }
      if (mayHelp(near, toNear)) {
        visit(near);
      }
      if (mayHelp(far, toFar)) {
        visit(far);
      }
    }

    private boolean mayHelp(int node, float number) {
      int last = list.indices.length - 1;
      return number < list.worst() || (number == list.worst() && least[node] < list.indices[last]);
    }

    private void offer(int from, int to) {
      for (int i = from; i < to; i++) {
        if (order[i] != self) {
          list.offer(order[i], kernel.between(query, at, points, i * d, d));
        }
      }
    }

    /** The kernel's number for the query and the place in a node's box that is nearest to it. */
    private float toBox(int node) {
      int lower = node * 2 * d;
      for (int c = 0; c < d; c++) {
        float value = query[at + c];
        float min = box[lower + c];
        float max = box[lower + d + c];
        corner[c] = value < min ? min : value > max ? max : value;
      }
      return kernel.between(query, at, corner, 0, d);
    }
  }
}
