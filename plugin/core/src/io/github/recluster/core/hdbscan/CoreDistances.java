// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

import io.github.recluster.core.compute.Parallel;
import java.util.Arrays;

/**
 * How dense it is around each row: the distance to its {@code minSamples}-th nearest other row.
 *
 * <p>In: a tree of the rows. Out: for each slot of the tree the square of its core distance, and
 * its up to 16 nearest other slots. How: all slots of a leaf go through the tree together, from
 * their leaf upwards; exact; about O(n log n).
 *
 * @param squared one a slot
 * @param neighbors {@code width} a slot, nearest first
 * @param width neighbors kept of each slot
 */
@SuppressWarnings("ArrayRecordComponent") // a plain carrier between two stages, never compared
record CoreDistances(double[] squared, int[] neighbors, int width) {
  private static final int KEPT = 16;

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

    Search(KdTree tree, int k) {
      this.tree = tree;
      this.k = k;
    }

    void leaf(int node, CoreDistances result) {
      leaf = node;
      first = tree.start[node];
      count = tree.end[node] - first;
      if (distance.length < count * k) {
        distance = new double[count * k];
        slot = new int[count * k];
      }
      Arrays.fill(distance, 0, count * k, Double.POSITIVE_INFINITY);
      scan(node);
      for (int below = node, v = tree.above[node]; v >= 0; below = v, v = tree.above[v]) {
        int sibling = below == v + 1 ? tree.right[v] : v + 1;
        visit(sibling, tree.squaredBetween(node, sibling));
      }
      for (int i = 0; i < count; i++) {
        result.squared[first + i] = distance[i * k + k - 1];
        System.arraycopy(slot, i * k, result.neighbors, (first + i) * result.width, result.width);
      }
    }

    private void visit(int v, double apart) {
      if (apart >= farthest) {
        return;
      }
      if (tree.isLeaf(v)) {
        scan(v);
        return;
      }
      int left = v + 1;
      int right = tree.right[v];
      double toLeft = tree.squaredBetween(leaf, left);
      double toRight = tree.squaredBetween(leaf, right);
      if (toLeft <= toRight) {
        visit(left, toLeft);
        visit(right, toRight);
      } else {
        visit(right, toRight);
        visit(left, toLeft);
      }
    }

    private void scan(int v) {
      int to = tree.end[v];
      double largest = 0;
      for (int i = 0; i < count; i++) {
        int self = first + i;
        double bound = distance[i * k + k - 1];
        if (v == leaf || tree.squaredToBox(tree.points, self * tree.d, v) < bound) {
          for (int j = tree.start[v]; j < to; j++) {
            double s = tree.squared(self, j);
            if (s < bound && j != self) {
              insert(i * k, s, j);
              bound = distance[i * k + k - 1];
            }
          }
        }
        if (bound > largest) {
          largest = bound;
        }
      }
      farthest = largest;
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
