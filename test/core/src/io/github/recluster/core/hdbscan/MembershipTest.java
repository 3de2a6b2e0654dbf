// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Progress;
import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.data.Labels;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.neighbors.Metric;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How much rows belong to each cluster. */
class MembershipTest {
  private static final String CASES =
      """
      blobs,eom
      blobs,leaf
      blobs,single
      blobs,small
      space,eom
      space,leaf
      space,small
      moons,eom
      moons,leaf
      moons,single
      moons,small
      """;

  /** Exponentials of the same numbers, rounded elsewhere. */
  private static final double ROUNDING = 1e-9;

  private static final HdbscanOptions SMALL =
      HdbscanOptions.DEFAULTS.withMinClusterSize(8).withMinSamples(4);

  private static Parallel threads(int count) {
    return new Parallel(count, Progress.NONE);
  }

  private static Matrix moved(Matrix x, double by) {
    double[] moved = x.values().clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += by * (Seeds.uniform(9, i) - 0.5);
    }
    return Matrix.of(x.rows(), x.columns(), moved);
  }

  @ParameterizedTest
  @CsvSource(textBlock = CASES)
  @Tag("golden")
  void asHdbscanOnTheSameTree(String table, String name) {
    Golden golden = new Golden(table);
    Matrix all = golden.model(name).memberships(threads(2));
    int k = all.columns();
    double[] expected = golden.numbers(name + ".membership");
    double[] actual = new double[expected.length];
    for (int i = 0; i < actual.length; i++) {
      actual[i] = all.get(4 * (i / k), i % k);
    }
    assertArrayEquals(expected, actual, ROUNDING);
  }

  @ParameterizedTest
  @CsvSource(textBlock = CASES)
  @Tag("golden")
  void newRowsAsHdbscanAtTheSamePlaceOfTheTree(String table, String name) {
    Golden golden = new Golden(table);
    HdbscanOptions options = golden.options(name);
    CondensedTree tree = CondensedTree.of(golden.linkage(), options);
    boolean[] chosen = ClusterSelection.of(tree, ClusterStability.of(tree), options);
    FlatClusters flat = FlatClusters.of(tree, chosen, options);
    MembershipVectors vectors =
        new MembershipVectors(golden.table("x"), tree, flat, Metric.EUCLIDEAN);
    int[] rows = golden.ints(name + ".new_rows");
    int[] near = golden.ints(name + ".near");
    double[] lambda = golden.numbers(name + ".near_lambda");
    Matrix actual = vectors.empty(rows.length);
    for (int i = 0; i < rows.length; i++) {
      double[] point = golden.table("new").row(rows[i]);
      vectors.ofNew(point, 0, tree.clusterOfRow(near[i]), lambda[i], actual, i);
    }
    assertArrayEquals(golden.numbers(name + ".new_membership"), actual.values(), ROUNDING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"usual", "space", "lattice", "duplicates", "line"})
  @Tag("law")
  void sumsAreSharesOfOneAndTheDensestRowsAreWhollyInside(String name) {
    Matrix x = HdbscanTest.table(name);
    HdbscanModel model =
        Hdbscan.fit(
            x, SMALL.withClusterSelectionMethod(ClusterSelectionMethod.LEAF), Parallel.SERIAL);
    for (Matrix m :
        new Matrix[] {
          model.memberships(Parallel.SERIAL), model.memberships(moved(x, 0.7), Parallel.SERIAL)
        }) {
      for (int row = 0; row < m.rows(); row++) {
        double sum = 0;
        for (double part : m.row(row)) {
          assertTrue(part >= 0 && part <= 1, part + " in row " + row);
          sum += part;
        }
        assertTrue(sum <= 1 + 1e-12, sum + " in row " + row);
      }
    }
    Matrix own = model.memberships(Parallel.SERIAL);
    for (ClusterSummary cluster : model.clusters()) {
      for (int row : model.exemplars(cluster.label())) {
        assertEquals(1, own.get(row, cluster.label()), 1e-12);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"usual", "space", "lattice", "duplicates"})
  @Tag("same")
  void sameBitsInAnyBatchAtAnyNumberOfThreads(String name) {
    Matrix x = HdbscanTest.table(name);
    Matrix y = moved(x, 0.2);
    HdbscanModel model = Hdbscan.fit(x, SMALL, Parallel.SERIAL);
    double[] own = model.memberships(Parallel.SERIAL).values();
    double[] other = model.memberships(y, Parallel.SERIAL).values();
    for (int threads : new int[] {2, 3, 8}) {
      HdbscanModel again = Hdbscan.fit(x, SMALL, threads(threads));
      assertArrayEquals(own, again.memberships(threads(threads)).values());
      assertArrayEquals(other, again.memberships(y, threads(threads)).values());
    }
    assertArrayEquals(own, model.memberships(x, Parallel.SERIAL).values()); // as they are there
    int k = Labels.count(model.labels());
    for (int i = 0; i < y.rows(); i += 7) {
      assertArrayEquals(
          Arrays.copyOfRange(other, i * k, (i + 1) * k),
          model.memberships(Matrix.ofRows(y.row(i)), Parallel.SERIAL).values());
    }
  }

  @Test
  @Tag("law")
  void theFartherOutTheLessInAnyCluster() {
    HdbscanModel model = Hdbscan.fit(HdbscanTest.table("usual"), SMALL, Parallel.SERIAL);
    double before = 1;
    for (double far = 20; far < 1e9; far *= 10) {
      Matrix m = model.memberships(Matrix.of(1, 2, new double[] {far, far}), Parallel.SERIAL);
      double sum = Arrays.stream(m.values()).sum();
      assertTrue(sum < before / 4, sum + " at " + far + " after " + before);
      before = sum;
    }
    Matrix edge = model.memberships(Matrix.of(1, 2, new double[] {1e300, 0}), Parallel.SERIAL);
    assertEquals(0, Arrays.stream(edge.values()).sum(), 1e-100);
  }

  @ParameterizedTest
  @EnumSource(names = {"EUCLIDEAN", "MANHATTAN", "COSINE"})
  @Tag("twin")
  void nearestExemplarIsThatOfAll(Metric metric) {
    Matrix x = HdbscanTest.table("duplicates");
    HdbscanOptions options = SMALL.withMetric(metric);
    HdbscanModel model = Hdbscan.fit(x, options, Parallel.SERIAL);
    CondensedTree tree = model.condensedTree();
    boolean[] chosen = ClusterSelection.of(tree, ClusterStability.of(tree), options);
    FlatClusters flat = FlatClusters.of(tree, chosen, options);
    Exemplars exemplars = new Exemplars(x, tree, flat, metric);
    Matrix points = moved(x, 3);
    assertTrue(flat.cluster().length > 1);
    for (int label = 0; label < flat.cluster().length; label++) {
      int[] rows = ClusterSummaries.exemplars(tree, flat.cluster()[label]);
      for (int i = 0; i < points.rows(); i += 3) {
        double least = Double.POSITIVE_INFINITY;
        for (int row : rows) {
          least = Math.min(least, metric.distance(points.values(), 2 * i, x.values(), 2 * row, 2));
        }
        assertEquals(least, exemplars.distance(points.values(), 2 * i, label), 0);
      }
    }
  }

  @Test
  @Tag("edge")
  void noClusterOneClusterAndEqualRows() {
    Matrix x = HdbscanTest.table("usual");
    HdbscanModel none = Hdbscan.fit(x, SMALL.withMinClusterSize(9999), Parallel.SERIAL);
    assertEquals(0, none.memberships(Parallel.SERIAL).columns());
    assertEquals(x.rows(), none.memberships(x, Parallel.SERIAL).rows());
    HdbscanModel empty = Hdbscan.fit(Matrix.of(0, 2, new double[0]), SMALL, Parallel.SERIAL);
    assertEquals(0, empty.memberships(Parallel.SERIAL).rows());
    assertEquals(3, empty.memberships(Matrix.of(3, 2, new double[6]), Parallel.SERIAL).rows());
    HdbscanOptions single = SMALL.withAllowSingleCluster(true);
    HdbscanModel one = Hdbscan.fit(x, single.withMinClusterSize(690), Parallel.SERIAL);
    assertEquals(1, one.memberships(Parallel.SERIAL).columns());
    HdbscanModel alike = Hdbscan.fit(Matrix.of(40, 2, new double[80]), single, Parallel.SERIAL);
    double[] all = new double[40];
    Arrays.fill(all, 1);
    assertArrayEquals(all, alike.memberships(Parallel.SERIAL).values());
    assertArrayEquals(
        new double[1],
        alike.memberships(Matrix.of(1, 2, new double[] {1, 1}), Parallel.SERIAL).values());
    assertThrows(
        IllegalArgumentException.class,
        () -> one.memberships(Matrix.of(1, 1, new double[1]), Parallel.SERIAL));
  }

  @Test
  @Tag("law")
  void memoryIsThatOfTheNumbers() {
    HdbscanModel model = Hdbscan.fit(HdbscanTest.table("usual"), SMALL, Parallel.SERIAL);
    int k = Labels.count(model.labels());
    double cells = 8.0 * k * (1e6 + model.condensedTree().clusters());
    assertEquals(cells, model.membershipMemory(1_000_000), 0);
  }
}
