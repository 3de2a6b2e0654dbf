// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.neighbors.Metric;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of a cluster, against the plain definition on the table itself. */
@Tag("twin")
class ClusterSummaryTest {
  /** The same sums in another order. */
  private static final double ROUNDING = 1e-12;

  @ParameterizedTest
  @ValueSource(strings = {"usual", "space", "curve"})
  void summariesAreThoseOfTheirRows(String name) {
    Matrix x = HdbscanTest.table(name);
    HdbscanOptions options = HdbscanOptions.DEFAULTS.withMinClusterSize(8).withMinSamples(4);
    HdbscanModel model = Hdbscan.fit(x, options, Parallel.SERIAL);
    CondensedTree tree = model.condensedTree();
    assertTrue(model.clusters().size() > 1);
    for (ClusterSummary cluster : model.clusters()) {
      int[] rows = rows(model.labels(), cluster.label());
      assertEquals(rows.length, cluster.size());
      assertEquals(rows.length / (double) x.rows(), cluster.share(), ROUNDING);
      double mean = Arrays.stream(rows).mapToDouble(i -> model.probabilities()[i]).sum();
      assertEquals(mean / rows.length, cluster.meanProbability(), ROUNDING);
      int[] exemplars = model.exemplars(cluster.label());
      assertTrue(Arrays.binarySearch(exemplars, cluster.exemplar()) >= 0);
      assertEquals(
          Arrays.stream(exemplars).mapToDouble(tree::lambdaOfRow).max().orElseThrow(),
          tree.lambdaOfRow(cluster.exemplar()));
      double silhouette = Arrays.stream(rows).mapToDouble(i -> silhouette(x, model, i)).sum();
      assertEquals(silhouette / rows.length, cluster.silhouette(), ROUNDING);
    }
  }

  private static int[] rows(int[] labels, int label) {
    return IntStream.range(0, labels.length).filter(i -> labels[i] == label).toArray();
  }

  private static double silhouette(Matrix x, HdbscanModel model, int i) {
    double[] sum = new double[model.clusters().size()];
    int[] labels = model.labels();
    for (int j = 0; j < labels.length; j++) {
      if (labels[j] >= 0) {
        sum[labels[j]] += Metric.EUCLIDEAN.distance(x.row(i), 0, x.row(j), 0, x.columns());
      }
    }
    double nearest = Double.POSITIVE_INFINITY;
    for (ClusterSummary other : model.clusters()) {
      if (other.label() != labels[i]) {
        nearest = Math.min(nearest, sum[other.label()] / other.size());
      }
    }
    double own = sum[labels[i]] / (model.clusters().get(labels[i]).size() - 1);
    return (nearest - own) / Math.max(nearest, own);
  }
}
