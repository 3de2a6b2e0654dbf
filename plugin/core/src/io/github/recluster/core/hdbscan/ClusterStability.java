// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

/**
 * How much of the density lies in each cluster: the sum over all that leaves it of (lambda at which
 * it leaves − lambda at which the cluster is born).
 *
 * <p>In: a condensed tree. Out: a number ≥ 0 for each cluster. How: one pass, in the order of rows.
 *
 * <p>Ref: Campello, Moulavi, Sander (PAKDD 2013), equation 3. Differs: where more equal rows than
 * minSamples make a distance 0, lambda counts as the largest finite lambda of the tree; hdbscan
 * goes on with infinities.
 */
final class ClusterStability {
  private ClusterStability() {}

  /** The stability of each cluster of the tree. */
  static double[] of(CondensedTree tree) {
    double cap = largestFiniteLambda(tree);
    double[] stability = new double[tree.clusters()];
    for (int c = 1; c < stability.length; c++) {
      int above = tree.parentOf(c);
      stability[above] += tree.sizeOf(c) * (Math.min(cap, tree.birthOf(c)) - tree.birthOf(above));
    }
    for (int row = 0; row < tree.rows(); row++) {
      int c = tree.clusterOfRow(row);
      stability[c] += Math.min(cap, tree.lambdaOfRow(row)) - Math.min(cap, tree.birthOf(c));
    }
    return stability;
  }

  /** The largest lambda that is not infinite; 1 if there is none. */
  static double largestFiniteLambda(CondensedTree tree) {
    double largest = 0;
    for (int i = 0; i < tree.edges(); i++) {
      double lambda = tree.lambda(i);
      if (lambda > largest && lambda < Double.POSITIVE_INFINITY) {
        largest = lambda;
      }
    }
    return largest == 0 ? 1 : largest;
  }
}
