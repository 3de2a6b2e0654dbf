// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

import io.github.recluster.core.data.Labels;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Which row lies in which chosen cluster, and how surely.
 *
 * <p>In: the condensed tree and the chosen clusters. Out: labels, clusters numbered by falling
 * size, equal sizes in the order of their first rows; probabilities: the lambda at which the row
 * leaves, relative to the largest in its cluster. How: one pass down the clusters, two over the
 * rows.
 *
 * @param ofCluster the label of each cluster of the tree: its own if chosen, else that of the
 *     chosen cluster above it, else noise
 * @param cluster the cluster of the tree that has a label
 */
@SuppressWarnings("ArrayRecordComponent") // a plain carrier of results, never compared
record FlatClusters(int[] labels, double[] probabilities, int[] ofCluster, int[] cluster) {

  /** Labels all rows. */
  static FlatClusters of(CondensedTree tree, boolean[] chosen, HdbscanOptions options) {
    int[] ofCluster = new int[chosen.length];
    int count = 0;
    for (int c = 0; c < chosen.length; c++) {
      ofCluster[c] = chosen[c] ? count++ : c == 0 ? Labels.NOISE : ofCluster[tree.parentOf(c)];
    }
    int[] cluster = new int[count];
    for (int c = chosen.length - 1; c >= 0; c--) {
      if (chosen[c]) {
        cluster[ofCluster[c]] = c;
      }
    }
    double[] death = tree.deaths();
    int[] labels = new int[tree.rows()];
    for (int row = 0; row < labels.length; row++) {
      int label = ofCluster[tree.clusterOfRow(row)];
      labels[row] = belongs(tree.lambdaOfRow(row), label, cluster, death, options) ? label : -1;
    }
    int[] rank = rankBySize(labels, count);
    int[] ranked = new int[count];
    for (int c = 0; c < count; c++) {
      ranked[rank[c]] = cluster[c];
    }
    relabel(labels, rank);
    relabel(ofCluster, rank);
    double[] probabilities = new double[labels.length];
    for (int row = 0; row < labels.length; row++) {
      if (labels[row] != Labels.NOISE) {
        probabilities[row] = probability(tree.lambdaOfRow(row), death[ranked[labels[row]]]);
      }
    }
    return new FlatClusters(labels, probabilities, ofCluster, ranked);
  }

  /** Where the whole table is the cluster, only its dense part belongs to it. */
  static boolean belongs(
      double lambda, int label, int[] cluster, double[] death, HdbscanOptions options) {
    if (label == Labels.NOISE || cluster[label] != 0) {
      return label != Labels.NOISE;
    }
    double epsilon = options.clusterSelectionEpsilon();
    return epsilon > 0 ? lambda >= 1 / epsilon : lambda >= death[0];
  }

  /** Lambda relative to the largest. */
  static double probability(double lambda, double death) {
    if (death == 0 || lambda >= death) {
      return 1;
    }
    return death == Double.POSITIVE_INFINITY ? 0 : lambda / death;
  }

  private static void relabel(int[] labels, int[] rank) {
    for (int i = 0; i < labels.length; i++) {
      labels[i] = labels[i] == Labels.NOISE ? Labels.NOISE : rank[labels[i]];
    }
  }

  /** The new number of each label. */
  private static int[] rankBySize(int[] labels, int count) {
    int[] sizes = new int[count];
    int[] first = new int[count];
    Arrays.fill(first, Integer.MAX_VALUE);
    for (int row = 0; row < labels.length; row++) {
      if (labels[row] != Labels.NOISE) {
        sizes[labels[row]]++;
        first[labels[row]] = Math.min(first[labels[row]], row);
      }
    }
    Integer[] bySize = new Integer[count];
    Arrays.setAll(bySize, i -> i);
    Arrays.sort(
        bySize, Comparator.<Integer>comparingInt(c -> -sizes[c]).thenComparingInt(c -> first[c]));
    int[] rank = new int[count];
    for (int i = 0; i < count; i++) {
      rank[bySize[i]] = i;
    }
    return rank;
  }
}
