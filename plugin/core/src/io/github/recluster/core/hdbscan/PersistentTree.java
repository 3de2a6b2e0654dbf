// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

import java.util.Arrays;

/**
 * Takes clusters that hardly persist out of a condensed tree.
 *
 * <p>In: a tree and a threshold. Out: a tree in which the weaker of two siblings persists over at
 * least that range of lambda. How: bottom up: where the densest row of the weaker sibling is less
 * than the threshold above the split, both siblings go back into their parent; the rows of the
 * weaker one leave it at the split if the other one splits further.
 *
 * <p>Ref: Cohen-Steiner, Edelsbrunner, Harer: Stability of persistence diagrams (DCG 2007).
 */
final class PersistentTree {
  private PersistentTree() {}

  /** The tree without such clusters. */
  static CondensedTree of(CondensedTree tree, double threshold) {
    int count = tree.clusters();
    double[] top = tree.deathsBelow();
    boolean[] leaf = tree.leaves();
    int[] into = new int[count]; // the cluster that a cluster has become part of
    double[] leavesAt = new double[count]; // of rows in a weaker sibling; NaN: their own lambda
    Arrays.setAll(into, c -> c);
    Arrays.fill(leavesAt, Double.NaN);
    int[] sibling = siblings(tree);
    for (int c = count - 1; c > 0; c--) {
      int other = sibling[c];
      if (other > c) {
        continue; // done with its sibling
      }
      int weak = top[c] < top[other] ? c : other;
      int strong = weak == c ? other : c;
      if (top[weak] - tree.birthOf(c) >= threshold) {
        continue;
      }
      if (leaf[strong] && leaf[weak]) {
        leaf[tree.parentOf(c)] = true;
      } else {
        leavesAt[weak] = tree.birthOf(c);
      }
      into[c] = tree.parentOf(c);
      into[other] = tree.parentOf(c);
    }
    return rebuilt(tree, into, leavesAt);
  }

  private static int[] siblings(CondensedTree tree) {
    int[] firstChild = new int[tree.clusters()];
    int[] sibling = new int[tree.clusters()];
    for (int c = 1; c < sibling.length; c++) {
      int above = tree.parentOf(c);
      if (firstChild[above] == 0) {
        firstChild[above] = c;
      } else {
        sibling[c] = firstChild[above];
        sibling[firstChild[above]] = c;
      }
    }
    return sibling;
  }

  private static CondensedTree rebuilt(CondensedTree tree, int[] into, double[] leavesAt) {
    int count = tree.clusters();
    int[] number = new int[count];
    int[] parent = new int[count];
    double[] birth = new double[count];
    int[] size = new int[count];
    int kept = 0;
    for (int c = 0; c < count; c++) {
      if (into[c] != c) {
        number[c] = number[into[c]];
        if (Double.isNaN(leavesAt[c])) {
          leavesAt[c] = into[c] == 0 ? Double.NaN : leavesAt[into[c]];
        }
        continue;
      }
      number[c] = kept;
      parent[kept] = c == 0 ? -1 : number[tree.parentOf(c)];
      birth[kept] = tree.birthOf(c);
      size[kept++] = tree.sizeOf(c);
    }
    int[] rowParent = new int[tree.rows()];
    double[] rowLambda = new double[tree.rows()];
    for (int row = 0; row < rowParent.length; row++) {
      int c = tree.clusterOfRow(row);
      rowParent[row] = number[c];
      double lambda = tree.lambdaOfRow(row);
      rowLambda[row] = Double.isNaN(leavesAt[c]) ? lambda : Math.min(lambda, leavesAt[c]);
    }
    return new CondensedTree(
        rowParent,
        rowLambda,
        Arrays.copyOf(parent, kept),
        Arrays.copyOf(birth, kept),
        Arrays.copyOf(size, kept));
  }
}
