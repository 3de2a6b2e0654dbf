// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

import io.github.recluster.core.data.Labels;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.neighbors.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is known of each cluster: its place in the tree, its most typical row, and how well it is
 * set apart.
 *
 * <p>In: rows in canonical order, the tree and the labels. Out: a summary a label. How: validity
 * and silhouette look at all pairs of up to 5,000 clustered rows, beyond that of an even sample of
 * each cluster.
 */
final class ClusterSummaries {
  private static final int SAMPLE = 5000;
  private static final int LEAST_OF_CLUSTER = 50;

  private ClusterSummaries() {}

  /** A summary of each label; exemplars are named by {@code order}. */
  static List<ClusterSummary> of(
      Matrix rows, int[] order, CondensedTree tree, FlatClusters flat, Metric metric) {
    int[] labels = flat.labels();
    int[] sizes = Labels.sizes(labels);
    int[][] sample = sample(labels, sizes);
    double[] validity = DensityValidity.of(rows, sample, metric);
    double[] silhouette = Silhouette.of(rows, sample, metric);
    double[] probability = new double[sizes.length];
    for (int row = 0; row < labels.length; row++) {
      if (labels[row] != Labels.NOISE) {
        probability[labels[row]] += flat.probabilities()[row];
      }
    }
    double[] stability = ClusterStability.finite(tree);
    double largest = ClusterStability.largestLambda(tree);
    List<ClusterSummary> result = new ArrayList<>();
    for (int label = 0; label < sizes.length; label++) {
      int cluster = flat.cluster()[label];
      result.add(
          new ClusterSummary(
              label,
              sizes[label],
              (double) sizes[label] / labels.length,
              stability[cluster],
              stability[cluster] / (sizes[label] * largest),
              order[exemplar(tree, cluster)],
              probability[label] / sizes[label],
              validity[label],
              silhouette[label]));
    }
    return result;
  }

  /** The rows that leave the leaves below a cluster last. */
  static int[] exemplars(CondensedTree tree, int cluster) {
    boolean[] below = new boolean[tree.clusters()];
    for (int c = cluster; c < below.length; c++) {
      below[c] = c == cluster || (c > 0 && below[tree.parentOf(c)]);
    }
    boolean[] leaf = tree.leaves();
    double[] death = tree.deaths();
    int[] found = new int[16];
    int count = 0;
    for (int row = 0; row < tree.rows(); row++) {
      int c = tree.clusterOfRow(row);
      if (below[c] && leaf[c] && tree.lambdaOfRow(row) == death[c]) {
        if (count == found.length) {
          found = Arrays.copyOf(found, 2 * count);
        }
        found[count++] = row;
      }
    }
    return Arrays.copyOf(found, count);
  }

  /** The exemplar of the densest leaf. */
  private static int exemplar(CondensedTree tree, int cluster) {
    int best = -1;
    for (int row : exemplars(tree, cluster)) {
      if (best < 0 || tree.lambdaOfRow(row) > tree.lambdaOfRow(best)) {
        best = row;
      }
    }
    return best;
  }

  private static int[][] sample(int[] labels, int[] sizes) {
    long clustered = Arrays.stream(sizes).asLongStream().sum();
    int[][] sample = new int[sizes.length][];
    int[] seen = new int[sizes.length];
    for (int c = 0; c < sizes.length; c++) {
      long share = clustered <= SAMPLE ? sizes[c] : SAMPLE * (long) sizes[c] / clustered;
      sample[c] = new int[(int) Math.min(sizes[c], Math.max(LEAST_OF_CLUSTER, share))];
    }
    int[] taken = new int[sizes.length];
    for (int row = 0; row < labels.length; row++) {
      int c = labels[row];
      if (c != Labels.NOISE) {
        long due = (long) (seen[c] + 1) * sample[c].length / sizes[c];
        if (due > taken[c]) {
          sample[c][taken[c]++] = row;
        }
        seen[c]++;
      }
    }
    return sample;
  }
}
