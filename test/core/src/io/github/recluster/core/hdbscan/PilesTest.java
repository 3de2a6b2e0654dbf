// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.data.Labels;
import io.github.recluster.core.data.Matrix;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables in which many rows are equal: no cluster is denser than such a pile. */
class PilesTest {
  private static final HdbscanOptions SMALL =
      HdbscanOptions.DEFAULTS.withMinClusterSize(10).withMinSamples(4);

  /** Rounded random rows, few distinct ones. */
  private static Matrix rounded(int seed) {
    int n = 600;
    int d = 1 + seed % 2;
    double[] x = new double[n * d];
    for (int i = 0; i < x.length; i++) {
      double wide = 2 + 3 * Seeds.uniform(seed, i % d);
      x[i] = Math.rint(wide * (Seeds.uniform(seed + 50, i) + Seeds.uniform(seed + 90, i)));
    }
    return Matrix.of(n, d, x);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
  @Tag("law")
  void everyLargePileIsAClusterOfItsOwn(int seed) {
    Matrix x = rounded(seed);
    for (ClusterSelectionMethod method : ClusterSelectionMethod.values()) {
      HdbscanModel model =
          Hdbscan.fit(x, SMALL.withClusterSelectionMethod(method), Parallel.SERIAL);
      Map<List<Double>, Integer> size = new HashMap<>();
      for (int row = 0; row < x.rows(); row++) {
        size.merge(Arrays.stream(x.row(row)).boxed().toList(), 1, Integer::sum);
      }
      Map<Integer, List<Double>> pileOf = new TreeMap<>(); // a label's pile
      for (int row = 0; row < x.rows(); row++) {
        List<Double> point = Arrays.stream(x.row(row)).boxed().toList();
        if (size.get(point) >= 10) {
          assertNotEquals(Labels.NOISE, model.labels()[row]);
          List<Double> other = pileOf.putIfAbsent(model.labels()[row], point);
          assertTrue(other == null || other.equals(point), point + " lies with " + other);
          assertEquals(1, model.probabilities()[row], 0);
          assertEquals(0, model.outlierScores()[row], 0);
        }
      }
      assertTrue(pileOf.size() > 3, pileOf.size() + " piles");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  @Tag("law")
  void whatIsSaidOfThemIsFinite(int seed) throws IOException {
    Matrix x = rounded(seed);
    HdbscanModel model = Hdbscan.fit(x, SMALL, Parallel.SERIAL);
    for (ClusterSummary c : model.clusters()) {
      assertTrue(c.stability() > 0 && c.stability() < Double.POSITIVE_INFINITY, c.toString());
      assertTrue(c.persistence() > 0 && c.persistence() <= 1, c.toString());
    }
    HdbscanModel loaded = HdbscanModel.read(new ByteArrayInputStream(HdbscanTest.bytes(model)));
    assertEquals(model.clusters(), loaded.clusters());
    double[] moved = Arrays.stream(x.values()).map(v -> v + 0.25).toArray();
    HdbscanPrediction placed =
        model.predict(Matrix.of(x.rows(), x.columns(), moved), Parallel.SERIAL);
    for (double p : placed.probabilities()) {
      assertTrue(p >= 0 && p <= 1, p + " of a new row");
    }
    for (double m : model.memberships(Parallel.SERIAL).values()) {
      assertTrue(m >= 0 && m <= 1, m + " of a row of the table");
    }
  }

  @Test
  @Tag("edge")
  void pilesAloneNextToNothing() {
    double[] x = new double[250];
    for (int i = 0; i < x.length; i++) {
      x[i] = new double[] {0, 1, 1.01, 5, 9}[i % 5];
    }
    HdbscanModel model = Hdbscan.fit(Matrix.of(250, 1, x), SMALL, Parallel.SERIAL);
    int[] expected = new int[250];
    Arrays.setAll(expected, i -> i % 5);
    assertArrayEquals(expected, model.labels());
    double[] persistence = new double[5];
    Arrays.setAll(persistence, c -> model.clusters().get(c).persistence());
    // a pile that parts from its neighbor at the smallest distance lives half of what there is
    assertArrayEquals(
        new double[] {1 - 1 / 200.0, 0.5, 0.5, 1 - 1 / 798.0, 1 - 1 / 800.0}, persistence, 1e-9);
  }

  /** As in hdbscan, leaves are never the whole table: excess of mass may choose it. */
  @Test
  @Tag("edge")
  void aTableThatNeverSplitsHasNoLeaf() {
    HdbscanOptions one = SMALL.withMinClusterSize(40).withAllowSingleCluster(true);
    Matrix alike = Matrix.of(60, 1, new double[60]);
    HdbscanModel model = Hdbscan.fit(alike, one, Parallel.SERIAL);
    assertEquals(1, Labels.count(model.labels()));
    HdbscanOptions leaf = one.withClusterSelectionMethod(ClusterSelectionMethod.LEAF);
    assertEquals(0, Labels.count(model.recut(leaf).labels()));
    assertEquals(0, Labels.count(model.recut(leaf.withClusterSelectionEpsilon(2)).labels()));
  }
}
