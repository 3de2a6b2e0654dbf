// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

/**
 * How much of the density lies in each cluster: the sum over all that leaves it of (lambda at which
 * it leaves − lambda at which the cluster is born).
 *
 * <p>In: a condensed tree. Out: a number ≥ 0 for each cluster, infinite for a pile: a cluster with
 * more equal rows than minSamples, which stay together down to distance 0. How: one pass, in the
 * order of rows. Only leaves of the tree are piles: thus none of them ever gives way to a cluster
 * above it, and clusters without one are compared as ever.
 *
 * <p>For people to read there are also finite numbers: there distance 0 counts as half the smallest
 * other distance of the tree.
 *
 * <p>Ref: Campello, Moulavi, Sander (PAKDD 2013), equation 3. Differs: hdbscan's persistence is 1
 * for every cluster of a tree with a pile.
 */
final class ClusterStability {
  private ClusterStability() {}

  /** The stability of each cluster of the tree. */
  static double[] of(CondensedTree tree) {
    return of(tree, Double.POSITIVE_INFINITY);
  }

  /** The same in finite numbers: no lambda counts for more than {@link #largestLambda}. */
  static double[] finite(CondensedTree tree) {
    return of(tree, largestLambda(tree));
  }

  private static double[] of(CondensedTree tree, double most) {
    double[] stability = new double[tree.clusters()];
    for (int c = 1; c < stability.length; c++) {
      int above = tree.parentOf(c);
      stability[above] +=
          tree.sizeOf(c) * gain(tree.birthOf(above), Math.min(most, tree.birthOf(c)));
    }
    for (int row = 0; row < tree.rows(); row++) {
      int c = tree.clusterOfRow(row);
      stability[c] += gain(tree.birthOf(c), Math.min(most, tree.lambdaOfRow(row)));
    }
    return stability;
  }

  private static double gain(double birth, double lambda) {
    return birth < lambda ? lambda - birth : 0; // both may be infinite
  }

  /** The largest lambda of the tree; infinite ones count as twice the largest finite one. */
  static double largestLambda(CondensedTree tree) {
    double largest = 0;
    double finite = 0;
    for (int i = 0; i < tree.edges(); i++) {
      double lambda = tree.lambda(i);
      largest = Math.max(largest, lambda);
      finite = lambda < Double.POSITIVE_INFINITY ? Math.max(finite, lambda) : finite;
    }
    return finite == 0 ? 1 : largest == finite ? finite : Math.min(Double.MAX_VALUE, 2 * finite);
  }
}
