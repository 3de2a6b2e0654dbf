// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

import java.util.Arrays;

/**
 * Chooses the flat clusters from the condensed tree.
 *
 * <p>In: the tree and its stabilities. Out: which clusters are chosen; none lies below another.
 * How: excess of mass or leaves, then the epsilon rule; O(clusters × depth).
 *
 * <p>Ref: Campello, Moulavi, Sander (PAKDD 2013), section 5; Malzer, Baum: A hybrid approach to
 * hierarchical density-based cluster selection (MFI 2020). Differs: where a cluster is born at
 * epsilon itself, hdbscan may choose it and one above it; to hdbscan the whole table is as large as
 * the clusters it splits into, here as all its rows.
 */
final class ClusterSelection {
  private final CondensedTree tree;
  private final HdbscanOptions options;
  private final boolean[] chosen;

  private ClusterSelection(CondensedTree tree, HdbscanOptions options) {
    this.tree = tree;
    this.options = options;
    chosen = new boolean[tree.clusters()];
  }

  /** For each cluster of the tree, whether it is one of the flat clusters. */
  static boolean[] of(CondensedTree tree, double[] stability, HdbscanOptions options) {
    ClusterSelection selection = new ClusterSelection(tree, options);
    if (tree.clusters() == 0) {
      return selection.chosen;
    }
    if (options.clusterSelectionMethod() == ClusterSelectionMethod.LEAF) {
      selection.leaves();
    } else {
      selection.excessOfMass(stability);
    }
    if (options.clusterSelectionEpsilon() > 0) {
      selection.joinBelowEpsilon();
    }
    return selection.chosen;
  }

  private void leaves() {
    System.arraycopy(tree.leaves(), 0, chosen, 0, chosen.length);
    chosen[0] = false; // a tree that never splits has no leaf that is a cluster
  }

  private void excessOfMass(double[] stability) {
    int root = options.allowSingleCluster() ? 0 : 1;
    double[] below = new double[chosen.length];
    for (int c = chosen.length - 1; c >= root; c--) {
      boolean tooLarge = options.maxClusterSize() > 0 && tree.sizeOf(c) > options.maxClusterSize();
      chosen[c] = below[c] <= stability[c] && !tooLarge;
      if (c > 0) {
        below[tree.parentOf(c)] += chosen[c] ? stability[c] : below[c];
      }
    }
    keepHighest();
  }

  /** Of clusters that lie one below another, only the highest stays chosen. */
  private void keepHighest() {
    boolean[] covered = new boolean[chosen.length];
    for (int c = 1; c < chosen.length; c++) {
      covered[c] = covered[tree.parentOf(c)] || chosen[tree.parentOf(c)];
      chosen[c] &= !covered[c];
    }
  }

  /**
   * A chosen cluster born at a distance below epsilon gives way to the first cluster above that was
   * not.
   */
  private void joinBelowEpsilon() {
    boolean[] old = Arrays.copyOf(chosen, chosen.length);
    Arrays.fill(chosen, false);
    chosen[0] = old[0];
    for (int c = 1; c < old.length; c++) {
      if (old[c]) {
        chosen[bornAbove(c)] = true;
      }
    }
    keepHighest();
  }

  private int bornAbove(int cluster) {
    double epsilon = options.clusterSelectionEpsilon();
    int c = cluster;
    while (1 / tree.birthOf(c) < epsilon) {
      int above = tree.parentOf(c);
      if (above == 0) {
        return options.allowSingleCluster() ? 0 : c;
      }
      c = above;
      if (1 / tree.birthOf(c) > epsilon) {
        break;
      }
    }
    return c;
  }
}
