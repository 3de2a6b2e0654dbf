// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

import io.github.recluster.core.data.Labels;
import java.util.Arrays;
import java.util.Comparator;

/**
 * DBSCAN's clusters from the tree: what hangs together at one distance.
 *
 * <p>In: a single linkage tree, a distance, the smallest size. Out: labels by falling size, equal
 * sizes in the order of their first rows. How: one pass over the merges from the top.
 *
 * <p>Ref: Campello, Moulavi, Sander (PAKDD 2013), DBSCAN*: border rows are noise.
 */
final class DistanceCut {
  private DistanceCut() {}

  /** The label of each row. */
  static int[] of(SingleLinkageTree tree, double distance, int minClusterSize) {
    int n = tree.rows();
    int[] top = new int[tree.merges()]; // of each merge within a cluster: its topmost merge, or −1
    Arrays.fill(top, -1);
    int[] labels = new int[n];
    Arrays.fill(labels, Labels.NOISE);
    for (int i = tree.merges() - 1; i >= 0; i--) {
      if (top[i] < 0 && tree.distance(i) <= distance && tree.size(i) >= minClusterSize) {
        top[i] = i;
      }
      for (int node : new int[] {tree.left(i), tree.right(i)}) {
        if (node >= n) {
          top[node - n] = top[i];
        } else if (top[i] >= 0) {
          labels[node] = top[i];
        }
      }
    }
    return numbered(labels, tree);
  }

  private static int[] numbered(int[] labels, SingleLinkageTree tree) {
    int[] first = new int[tree.merges()];
    Arrays.fill(first, -1);
    for (int row = labels.length - 1; row >= 0; row--) {
      if (labels[row] != Labels.NOISE) {
        first[labels[row]] = row;
      }
    }
    Integer[] tops = new Integer[tree.merges()];
    int count = 0;
    for (int i = 0; i < first.length; i++) {
      if (first[i] >= 0) {
        tops[count++] = i;
      }
    }
    Arrays.sort(
        tops,
        0,
        count,
        Comparator.<Integer>comparingInt(i -> -tree.size(i)).thenComparingInt(i -> first[i]));
    int[] number = new int[tree.merges()];
    for (int c = 0; c < count; c++) {
      number[tops[c]] = c;
    }
    int[] result = new int[labels.length];
    for (int row = 0; row < labels.length; row++) {
      result[row] = labels[row] == Labels.NOISE ? Labels.NOISE : number[labels[row]];
    }
    return result;
  }
}
