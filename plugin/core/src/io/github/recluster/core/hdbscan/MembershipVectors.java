// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.neighbors.Metric;

/**
 * How much a row belongs to each of the clusters: soft clustering.
 *
 * <p>In: the table's rows, the condensed tree, the labels. Out: of a row, a number of each label,
 * all ≥ 0; their sum, at most 1, is how likely the row lies in any cluster. How: a row's height to
 * a cluster is the lambda at which the two part in the tree, or the row's own lambda where one lies
 * below the other. Two shares are multiplied, the one of nearness (1 / distance to the cluster's
 * nearest exemplar) and the one of density (a softmax over heights); their product is scaled to the
 * largest height relative to the largest lambda of the cluster that it belongs to. A row by itself,
 * O(clusters · log exemplars); 8 bytes a cluster of the tree and label.
 *
 * <p>Ref: McInnes, Healy, Astels: hdbscan (JOSS 2017), its soft clustering; the two formulas, one
 * of the table's rows and a sharper one of new rows, are those of its {@code
 * all_points_membership_vectors} and {@code membership_vector}. Differs: of clusters equally high
 * the largest counts, not the first in the tree; a new row that joins below a cluster's birth lies
 * outside of it, while there such a row is drawn to the other clusters; infinite lambdas (equal
 * rows) are limits, not NaN.
 */
final class MembershipVectors {
  private static final double LITTLE = 1e-8; // keeps hdbscan from dividing by 0

  private final Matrix rows;
  private final CondensedTree tree;
  private final int[] cluster;
  private final double[] death;
  private final Exemplars exemplars;
  private final double[][] parting; // of each label: of each cluster of the tree, where they part

  MembershipVectors(Matrix rows, CondensedTree tree, FlatClusters flat, Metric metric) {
    this.rows = rows;
    this.tree = tree;
    cluster = flat.cluster();
    death = tree.deaths();
    exemplars = new Exemplars(rows, tree, flat, metric);
    parting = new double[cluster.length][];
    for (int label = 0; label < cluster.length; label++) {
      parting[label] = parting(tree, cluster[label]);
    }
  }

  /** Bytes that the vectors of some rows take, and what they are made with. */
  static double memoryNeeded(long rows, CondensedTree tree, FlatClusters flat) {
    return 8.0 * flat.cluster().length * ((double) rows + tree.clusters());
  }

  /** The lambda at which a cluster parts from each cluster; infinite along one line. */
  private static double[] parting(CondensedTree tree, int cluster) {
    boolean[] line = new boolean[tree.clusters()]; // the cluster and those above it
    for (int c = cluster; c >= 0; c = tree.parentOf(c)) {
      line[c] = true;
    }
    double[] result = new double[tree.clusters()];
    for (int c = 0; c < result.length; c++) {
      int above = tree.parentOf(c);
      boolean below = c > 0 && (above == cluster || !line[above]);
      result[c] =
          line[c] || above == cluster
              ? Double.POSITIVE_INFINITY
              : below ? result[above] : tree.birthOf(c);
    }
    return result;
  }

  /** The vectors of the table's rows; row {@code i} is written as row {@code order[i]}. */
  Matrix ofTable(int[] order, Parallel parallel) {
    Matrix result = empty(rows.rows());
    int d = rows.columns();
    parallel.forChunks(
        rows.rows(),
        256,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            ofRow(rows.values(), i * d, i, result, order[i]);
          }
        });
    return result;
  }

  /** A vector for each of some rows, all 0. */
  Matrix empty(int count) {
    long cells = (long) count * cluster.length;
    if (cells > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "memberships must be fewer than 2^31, got " + count + " rows x " + cluster.length);
    }
    return Matrix.of(count, cluster.length, new double[(int) cells]);
  }

  /** The vector of a row of the table, or of a point that equals it. */
  void ofRow(double[] x, int at, int row, Matrix into, int line) {
    int lies = tree.clusterOfRow(row);
    double lambda = tree.lambdaOfRow(row);
    double[] share = nearness(x, at);
    double sum = 0;
    for (int label = 0; label < share.length; label++) {
      double height = height(lies, lambda, label);
      double score = height < Double.POSITIVE_INFINITY ? -(death[lies] + LITTLE) / height : -1;
      share[label] *= StrictMath.exp(StrictMath.exp(score));
      sum += share[label];
    }
    put(share, sum, inAny(lies, lambda, 0), into, line);
  }

  /** The vector of a new row that lies in a cluster of the tree and leaves it at a lambda. */
  void ofNew(double[] x, int at, int lies, double lambda, Matrix into, int line) {
    double[] share = nearness(x, at);
    double[] score = new double[share.length];
    double largest = 0;
    for (int label = 0; label < share.length; label++) {
      score[label] = score(death[lies], height(lies, lambda, label));
      largest = Math.max(largest, score[label]);
    }
    double sum = 0;
    for (int label = 0; label < share.length; label++) {
      double density = score[label] == largest ? 1 : StrictMath.exp(score[label] - largest);
      share[label] = Math.sqrt(share[label]) * density * density;
      sum += share[label];
    }
    put(share, sum, inAny(lies, lambda, LITTLE), into, line);
  }

  private static double score(double death, double height) {
    if (death == Double.POSITIVE_INFINITY) {
      return height == death ? death : 1;
    }
    return death / (death > height ? death - height : LITTLE);
  }

  private double height(int lies, double lambda, int label) {
    return Math.min(lambda, parting[label][lies]);
  }

  /** How near a point is to each cluster, relative to all. */
  private double[] nearness(double[] x, int at) {
    double[] share = new double[cluster.length];
    double most = Double.MAX_VALUE / share.length;
    double sum = 0;
    for (int label = 0; label < share.length; label++) {
      share[label] = Math.min(most, 1 / exemplars.distance(x, at, label));
      sum += share[label];
    }
    for (int label = 0; label < share.length; label++) {
      share[label] = sum > 0 ? share[label] / sum : 1.0 / share.length;
    }
    return share;
  }

  /** How likely a row lies in any cluster. */
  private double inAny(int lies, double lambda, double little) {
    double highest = -1;
    int nearest = 0;
    for (int label = 0; label < cluster.length; label++) {
      double height = height(lies, lambda, label);
      if (height > highest) {
        highest = height;
        nearest = label;
      }
    }
    double most = cluster.length == 0 ? 1 : Math.max(lambda, death[cluster[nearest]]) + little;
    if (most == Double.POSITIVE_INFINITY) {
      return highest == most ? 1 : 0;
    }
    return highest / most;
  }

  private static void put(double[] share, double sum, double whole, Matrix into, int line) {
    int at = line * share.length;
    for (int label = 0; label < share.length; label++) {
      double part = sum > 0 ? share[label] / sum : 1.0 / share.length;
      into.values()[at + label] = part * whole;
    }
  }
}
