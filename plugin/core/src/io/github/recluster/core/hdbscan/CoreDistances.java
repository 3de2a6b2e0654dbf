// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

import io.github.recluster.core.compute.Parallel;
import java.util.Arrays;

/**
 * How dense it is around each row: the distance to its {@code minSamples}-th nearest other row.
 *
 * <p>In: a tree of the rows. Out: for each slot of the tree the square of its core distance, and
 * its up to 16 nearest other slots. How: all slots of a leaf go through the tree together, from
 * their leaf upwards (of many columns each by itself, where boxes hardly tell leaves apart); exact;
 * about O(n log n).
 *
 * @param squared one a slot
 * @param neighbors {@code width} a slot, nearest first
 * @param width neighbors kept of each slot
 */
@SuppressWarnings("ArrayRecordComponent") // a plain carrier between two stages, never compared
record CoreDistances(double[] squared, int[] neighbors, int width) {
  private static final int KEPT = 16;
  private static final int BOXES_APART = 4; // columns up to which whole leaves search together

  /** The core distances of a tree's slots. */
  static CoreDistances of(KdTree tree, int minSamples, Parallel parallel) {
    int k = Math.min(minSamples, tree.n - 1);
    int width = Math.max(0, Math.min(k, KEPT));
    CoreDistances result = new CoreDistances(new double[tree.n], new int[tree.n * width], width);
    if (k > 0) {
      parallel.forChunks(
          tree.nodes,
          256,
          (from, to) -> {
            Search search = new Search(tree, k);
            for (int node = from; node < to; node++) {
              if (tree.isLeaf(node)) {
                search.leaf(node, result);
              }
            }
          });
    }
    return result;
  }

  /** The nearest slots of all slots of one leaf. */
  private static final class Search {
    private final KdTree tree;
    private final int k;
    private double[] distance = new double[0];
    private int[] slot = new int[0];
    private int first;
    private int count;
    private int leaf;
    private double farthest; // of the slots' k-th nearest so far
    private final int[] later; // nodes to visit
    private final double[] laterApart;

    Search(KdTree tree, int k) {
      this.tree = tree;
      this.k = k;
      later = new int[tree.depth];
      laterApart = new double[tree.depth];
    }

    void leaf(int node, CoreDistances result) {
      leaf = node;
      int step = tree.d > BOXES_APART ? 1 : Math.max(1, tree.end[node] - tree.start[node]);
      for (first = tree.start[node]; first < tree.end[node]; first += step) {
        count = step;
        search(result);
      }
    }

    private void search(CoreDistances result) {
      if (distance.length < count * k) {
        distance = new double[count * k];
        slot = new int[count * k];
      }
      Arrays.fill(distance, 0, count * k, Double.POSITIVE_INFINITY);
      scan(leaf);
      for (int below = leaf, v = tree.above[leaf]; v >= 0; below = v, v = tree.above[v]) {
        int sibling = below == v + 1 ? tree.right[v] : v + 1;
        visit(sibling, apart(sibling));
      }
      for (int i = 0; i < count; i++) {
        result.squared[first + i] = distance[i * k + k - 1];
        System.arraycopy(slot, i * k, result.neighbors, (first + i) * result.width, result.width);
      }
    }

    /** From the leaf, or the one slot of it, to a node. */
    private double apart(int v) {
      return count == 1
          ? tree.squaredToBox(tree.points, first * tree.d, v)
          : tree.squaredBetween(leaf, v);
    }

    /** Scans the leaves of a node that may hold something nearer, nearer ones first. */
    private void visit(int top, double toTop) {
      int waiting = 0;
      int v = top;
      double apart = toTop;
      while (true) {
        while (apart < farthest && !tree.isLeaf(v)) {
          int near = v + 1;
          int far = tree.right[v];
          double toNear = apart(near);
          double toFar = apart(far);
          if (toFar < toNear) {
            near = far;
            far = v + 1;
            double swap = toNear;
            toNear = toFar;
            toFar = swap;
          }
          later[waiting] = far;
          laterApart[waiting++] = toFar;
          v = near;
          apart = toNear;
        }
        if (apart < farthest) {
          scan(v);
        }
        if (waiting == 0) {
          return;
        }
        v = later[--waiting];
        apart = laterApart[waiting];
      }
    }

    private void scan(int v) {
      double largest = 0;
      for (int i = 0; i < count; i++) {
        int self = first + i;
        double bound = distance[i * k + k - 1];
        if (v == leaf || count == 1 || tree.squaredToBox(tree.points, self * tree.d, v) < bound) {
          bound = tree.d == 2 ? plane(i, v, bound) : space(i, v, bound);
        }
        if (bound > largest) {
          largest = bound;
        }
      }
      farthest = largest;
    }

    /** Offers a leaf's slots to slot {@code i}; returns its k-th smallest distance. */
    private double space(int i, int v, double before) {
      double bound = before;
      int self = first + i;
      for (int j = tree.start[v]; j < tree.end[v]; j++) {
        double s = tree.squared(self, j);
        if (s < bound && j != self) {
          insert(i * k, s, j);
          bound = distance[i * k + k - 1];
        }
      }
      return bound;
    }

    /** The same for two columns. */
    private double plane(int i, int v, double before) {
      double bound = before;
      double[] points = tree.points;
      int self = first + i;
      double x = points[2 * self];
      double y = points[2 * self + 1];
      int to = tree.end[v];
      for (int j = tree.start[v]; j < to; j++) {
        double p = x - points[2 * j];
        double q = y - points[2 * j + 1];
        double s = p * p + q * q;
        if (s < bound && j != self) {
          insert(i * k, s, j);
          bound = distance[i * k + k - 1];
        }
      }
      return bound;
    }

    private void insert(int base, double s, int j) {
      int at = base + k - 1;
      while (at > base && distance[at - 1] > s) {
        distance[at] = distance[at - 1];
        slot[at] = slot[at - 1];
        at--;
      }
      distance[at] = s;
      slot[at] = j;
    }
  }
}
