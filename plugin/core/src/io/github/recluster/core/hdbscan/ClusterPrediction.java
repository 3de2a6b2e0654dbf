// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Labels;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.neighbors.Metric;
import java.util.Arrays;

/**
 * Places new rows in the clusters of a model.
 *
 * <p>In: finite rows, m × d. Out: a label and a probability each. How: a new row is hung into the
 * tree as a leaf, at the row of the table that is nearest by mutual reachability (of equally near
 * ones the nearest by distance, then the first in canonical order); it lies in that row's cluster,
 * or in the first one above that is born at a smaller lambda. A row equal to one of the table is
 * placed as that one. Each row by itself, so that batches don't matter; all rows of the table are
 * looked at, O(n d) a row.
 *
 * <p>Ref: Campello, Moulavi, Sander (PAKDD 2013), definition of mutual reachability. Differs:
 * hdbscan's approximate_predict looks at 2 · minSamples neighbors only, counts the row itself in
 * the table's core distances, and can leave epsilon out.
 */
final class ClusterPrediction {
  private final Matrix rows;
  private final double[] core;
  private final CondensedTree tree;
  private final FlatClusters flat;
  private final HdbscanOptions options;
  private final double[] death;

  ClusterPrediction(
      Matrix rows, double[] core, CondensedTree tree, FlatClusters flat, HdbscanOptions options) {
    this.rows = rows;
    this.core = core;
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
    if (rows.rows() > 0) {
      parallel.forChunks(
          x.rows(),
          16,
          (from, to) -> {
            double[] distances = new double[rows.rows()];
            for (int i = from; i < to; i++) {
              place(x, i, distances, labels, probabilities);
            }
          });
    }
    return new HdbscanPrediction(labels, probabilities);
  }

  private void place(Matrix x, int i, double[] distances, int[] labels, double[] probabilities) {
    int d = x.columns();
    Metric metric = options.metric();
    int k = Math.min(options.minSamples(), distances.length);
    double[] nearest = new double[k];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    for (int j = 0; j < distances.length; j++) {
      double distance = metric.distance(x.values(), i * d, rows.values(), j * d, d);
      distances[j] = distance;
      if (distance < nearest[k - 1]) {
        int at = k - 1;
        while (at > 0 && nearest[at - 1] > distance) {
          nearest[at] = nearest[at - 1];
          at--;
        }
        nearest[at] = distance;
      }
    }
    if (nearest[0] == 0) {
      int same = equalRow(x.values(), i * d);
      if (same >= 0) {
        labels[i] = flat.labels()[same];
        probabilities[i] = flat.probabilities()[same];
        return;
      }
    }
    hang(distances, nearest[k - 1], i, labels, probabilities);
  }

  private int equalRow(double[] x, int at) {
    int d = rows.columns();
    for (int j = 0; j < rows.rows(); j++) {
      boolean equal = true;
      for (int c = 0; c < d && equal; c++) {
        equal = x[at + c] == rows.values()[j * d + c];
      }
      if (equal) {
        return j;
      }
    }
    return -1;
  }

  private void hang(double[] distances, double own, int i, int[] labels, double[] probabilities) {
    int nearest = -1;
    double reach = Double.POSITIVE_INFINITY;
    for (int j = 0; j < distances.length; j++) {
      double r = Math.max(Math.max(own, core[j]), distances[j] / options.alpha());
      if (nearest < 0 || r < reach || (r == reach && distances[j] < distances[nearest])) {
        nearest = j;
        reach = r;
      }
    }
    double lambda = reach > 0 ? 1 / reach : Double.POSITIVE_INFINITY;
    int cluster = tree.clusterOfRow(nearest);
    lambda = Math.min(lambda, Math.max(tree.lambdaOfRow(nearest), 0));
    while (cluster > 0 && tree.birthOf(cluster) >= lambda) {
      cluster = tree.parentOf(cluster);
    }
    int label = flat.ofCluster()[cluster];
    if (FlatClusters.belongs(lambda, label, flat.cluster(), death, options)) {
      labels[i] = label;
      probabilities[i] = FlatClusters.probability(lambda, death[flat.cluster()[label]]);
    }
  }
}
