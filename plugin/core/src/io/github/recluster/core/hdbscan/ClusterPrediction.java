// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Labels;
import io.github.recluster.core.data.Matrix;
import java.util.Arrays;

/**
 * Places new rows in the clusters of a model.
 *
 * <p>In: finite rows, m × d. Out: a label and a probability each. How: a new row is hung into the
 * tree as a leaf, at the row of the table that is nearest by mutual reachability (of equally near
 * ones the nearest by distance, then the first in canonical order); it lies in that row's cluster,
 * or in the first one above that is born at a smaller lambda. A row equal to one of the table is
 * placed as that one. Each row by itself, so that batches don't matter.
 *
 * <p>Ref: Campello, Moulavi, Sander (PAKDD 2013), definition of mutual reachability. Differs:
 * hdbscan's approximate_predict looks at 2 · minSamples neighbors only, counts the row itself in
 * the table's core distances, and can leave epsilon out.
 */
final class ClusterPrediction {
  private final NearestRow.Index index; // null for an empty table
  private final CondensedTree tree;
  private final FlatClusters flat;
  private final HdbscanOptions options;
  private final double[] death;

  ClusterPrediction(
      Matrix rows, double[] core, CondensedTree tree, FlatClusters flat, HdbscanOptions options) {
    index = rows.rows() == 0 ? null : new NearestRow.Index(rows, core, options);
    this.tree = tree;
    this.flat = flat;
    this.options = options;
    this.death = tree.deaths();
  }

  /** Places rows. */
  HdbscanPrediction of(Matrix x, Parallel parallel) {
    int[] labels = new int[x.rows()];
    double[] probabilities = new double[x.rows()];
    Arrays.fill(labels, Labels.NOISE);
    if (index != null) {
      parallel.forChunks(
          x.rows(),
          16,
          (from, to) -> {
            NearestRow nearest = new NearestRow(index);
            for (int i = from; i < to; i++) {
              nearest.find(x.values(), i * x.columns());
              place(nearest, i, labels, probabilities);
            }
          });
    }
    return new HdbscanPrediction(labels, probabilities);
  }

  private void place(NearestRow nearest, int i, int[] labels, double[] probabilities) {
    if (nearest.same >= 0) {
      labels[i] = flat.labels()[nearest.same];
      probabilities[i] = flat.probabilities()[nearest.same];
      return;
    }
    double lambda = lambda(nearest);
    int label = flat.ofCluster()[cluster(nearest, lambda)];
    if (FlatClusters.belongs(lambda, label, flat.cluster(), death, options)) {
      labels[i] = label;
      probabilities[i] = FlatClusters.probability(lambda, death[flat.cluster()[label]]);
    }
  }

  /** The lambda at which a new row leaves the tree. */
  private double lambda(NearestRow nearest) {
    double own = nearest.reach > 0 ? 1 / nearest.reach : Double.POSITIVE_INFINITY;
    return Math.min(own, tree.lambdaOfRow(nearest.row));
  }

  /** The cluster of the tree that it leaves then. */
  private int cluster(NearestRow nearest, double lambda) {
    int cluster = tree.clusterOfRow(nearest.row);
    while (cluster > 0 && tree.birthOf(cluster) >= lambda) {
      cluster = tree.parentOf(cluster);
    }
    return cluster;
  }

  /** How much rows belong to each cluster. */
  Matrix memberships(Matrix x, MembershipVectors vectors, Parallel parallel) {
    Matrix result = vectors.empty(x.rows());
    if (result.columns() > 0) {
      parallel.forChunks(
          x.rows(),
          16,
          (from, to) -> {
            NearestRow nearest = new NearestRow(index);
            for (int i = from; i < to; i++) {
              int at = i * x.columns();
              nearest.find(x.values(), at);
              if (nearest.same >= 0) {
                vectors.ofRow(x.values(), at, nearest.same, result, i);
              } else {
                double lambda = lambda(nearest);
                vectors.ofNew(x.values(), at, cluster(nearest, lambda), lambda, result, i);
              }
            }
          });
    }
    return result;
  }
}
