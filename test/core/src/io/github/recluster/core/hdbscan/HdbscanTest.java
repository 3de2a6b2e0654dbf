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
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HdbscanTest {
  private static final HdbscanOptions SMALL =
      HdbscanOptions.DEFAULTS.withMinClusterSize(8).withMinSamples(4);

  /** Tables that are hard in one way each. */
  static Matrix table(String name) {
    int n = 700;
    int d = name.equals("space") ? 7 : name.equals("solid") ? 3 : 2;
    double[] x = new double[n * d];
    for (int i = 0; i < x.length; i++) {
      double u = Seeds.uniform(3, i) + Seeds.uniform(4, i) - 1;
      int row = i / d;
      x[i] =
          switch (name) {
            case "lattice" -> i % 2 == 0 ? row % 25 : row / 25;
            case "duplicates" -> Math.rint(3 * u + 6 * (row % 3));
            case "line" -> i % d == 0 ? row * 0.1 : 0;
            case "curve" -> i % d == 0 ? u : 5 * u;
            default -> u + (row % 5) * (i % d == 0 ? 1.5 : -1.1) * (row % 4);
          };
    }
    return Matrix.of(n, d, x);
  }

  private static Matrix shuffled(Matrix x, int[] order) {
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    for (int i = order.length - 1; i > 0; i--) {
      int j = Seeds.below(77, i, i + 1);
      int t = order[i];
      order[i] = order[j];
      order[j] = t;
    }
    return x.select(order);
  }

  @ParameterizedTest
  @ValueSource(strings = {"usual", "solid", "space", "lattice", "duplicates", "line", "curve"})
  @Tag("twin")
  void fastSpanningTreeHasTheWeightsOfThePlainOne(String name) {
    for (double alpha : new double[] {1, 1.3, 0.6}) {
      for (int k : new int[] {1, 4, 40}) {
        Matrix x = table(name);
        double[] core = BruteForce.coreDistances(x, k, Metric.EUCLIDEAN, Parallel.SERIAL);
        double[] expected =
            BruteForce.spanningTree(x, core, alpha, Metric.EUCLIDEAN, Parallel.SERIAL).weight();
        KdTree tree = KdTree.of(x);
        CoreDistances fast = CoreDistances.of(tree, k, Parallel.SERIAL);
        for (int i = 0; i < core.length; i++) {
          assertEquals(core[tree.order[i]], Math.sqrt(fast.squared()[i]), 0);
        }
        double[] actual =
            MutualReachabilityMst.of(tree, fast, alpha, new Parallel(2, Progress.NONE)).weight();
        Arrays.sort(expected);
        Arrays.sort(actual);
        assertArrayEquals(expected, actual, 1e-12);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"usual", "solid", "lattice", "duplicates", "line"})
  @Tag("same")
  void sameBitsAtAnyNumberOfThreads(String name) throws IOException {
    byte[] one = bytes(Hdbscan.fit(table(name), SMALL, Parallel.SERIAL));
    for (int threads : new int[] {2, 3, 8}) {
      assertArrayEquals(
          one, bytes(Hdbscan.fit(table(name), SMALL, new Parallel(threads, Progress.NONE))));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"usual", "solid", "lattice", "duplicates", "line"})
  @Tag("law")
  void shuffledRowsGiveTheSameClusters(String name) {
    Matrix x = table(name);
    int[] order = new int[x.rows()];
    Matrix y = shuffled(x, order);
    HdbscanModel a = Hdbscan.fit(x, SMALL, Parallel.SERIAL);
    HdbscanModel b = Hdbscan.fit(y, SMALL, Parallel.SERIAL);
    for (int i = 0; i < order.length; i++) {
      assertEquals(a.labels()[order[i]], b.labels()[i]);
      assertEquals(a.probabilities()[order[i]], b.probabilities()[i], 0);
      assertEquals(a.outlierScores()[order[i]], b.outlierScores()[i], 0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"duplicates", "lattice"})
  @Tag("law")
  void equalRowsAreTreatedEqually(String name) {
    Matrix x = table(name);
    HdbscanModel model = Hdbscan.fit(x, SMALL, Parallel.SERIAL);
    for (int i = 0; i < x.rows(); i++) {
      for (int j = 0; j < i; j++) {
        if (Arrays.equals(x.row(i), x.row(j))) {
          assertEquals(model.labels()[i], model.labels()[j]);
          assertEquals(model.probabilities()[i], model.probabilities()[j], 0);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"usual", "space", "duplicates", "lattice"})
  @Tag("law")
  void rowsOfTheTableArePlacedWhereTheyWere(String name) {
    Matrix x = table(name);
    for (double epsilon : new double[] {0, 0.3}) {
      HdbscanModel model =
          Hdbscan.fit(x, SMALL.withClusterSelectionEpsilon(epsilon), Parallel.SERIAL);
      HdbscanPrediction placed = model.predict(x, new Parallel(2, Progress.NONE));
      assertArrayEquals(model.labels(), placed.labels());
      assertArrayEquals(model.probabilities(), placed.probabilities());
    }
  }

  @Test
  @Tag("same")
  void aNewRowsPlaceDependsOnThatRowAlone() {
    Matrix x = table("usual");
    HdbscanModel model = Hdbscan.fit(x, SMALL, Parallel.SERIAL);
    double[] moved = x.values().clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += 0.05 * (Seeds.uniform(9, i) - 0.5);
    }
    Matrix y = Matrix.of(x.rows(), x.columns(), moved);
    HdbscanPrediction together = model.predict(y, new Parallel(3, Progress.NONE));
    for (int i = 0; i < y.rows(); i += 7) {
      HdbscanPrediction alone = model.predict(Matrix.ofRows(y.row(i)), Parallel.SERIAL);
      assertEquals(together.labels()[i], alone.labels()[0]);
      assertEquals(together.probabilities()[i], alone.probabilities()[0], 0);
    }
    assertTrue(Labels.count(together.labels()) > 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"usual", "solid", "lattice", "duplicates"})
  @Tag("twin")
  void nearestRowOfTheTreeIsThatOfAllRows(String name) {
    Matrix x = table(name);
    for (double alpha : new double[] {1, 1.4}) {
      HdbscanOptions options = SMALL.withAlpha(alpha);
      double[] core = BruteForce.coreDistances(x, 4, Metric.EUCLIDEAN, Parallel.SERIAL);
      NearestRow fast = new NearestRow(new NearestRow.Index(x, core, options));
      for (int i = 0; i < 300; i++) {
        double[] point = x.row(i);
        point[i % 2] += i % 3 == 0 ? 0.5 : i % 3 == 1 ? 7 * Seeds.uniform(5, i) : 0;
        fast.find(point, 0);
        int expected = plainNearest(x, core, point, alpha);
        assertEquals(expected, fast.row);
        int same = 0;
        while (same < x.rows() && !Arrays.equals(point, x.row(same))) {
          same++;
        }
        assertEquals(same == x.rows() ? -1 : same, fast.same);
      }
    }
  }

  private static int plainNearest(Matrix x, double[] core, double[] point, double alpha) {
    int d = x.columns();
    double[] distance = new double[x.rows()];
    for (int j = 0; j < distance.length; j++) {
      distance[j] = Metric.EUCLIDEAN.distance(point, 0, x.values(), j * d, d);
    }
    double[] sorted = distance.clone();
    Arrays.sort(sorted);
    int best = -1;
    double reach = 0;
    for (int j = 0; j < distance.length; j++) {
      double r = Math.max(Math.max(sorted[3], core[j]), distance[j] / alpha);
      if (best < 0 || r < reach || (r == reach && distance[j] < distance[best])) {
        best = j;
        reach = r;
      }
    }
    return best;
  }

  @Test
  @Tag("same")
  void savedAndLoaded() throws IOException {
    Matrix x = table("usual");
    HdbscanOptions unusual =
        SMALL
            .withMetric(Metric.MANHATTAN)
            .withClusterSelectionMethod(ClusterSelectionMethod.LEAF)
            .withClusterSelectionEpsilon(0.01)
            .withAlpha(1.1)
            .withMaxClusterSize(600)
            .withAllowSingleCluster(true)
            .withPersistenceThreshold(0.02);
    HdbscanModel model = Hdbscan.fit(x, unusual, Parallel.SERIAL);
    byte[] bytes = bytes(model);
    HdbscanModel loaded = HdbscanModel.read(new ByteArrayInputStream(bytes));
    assertArrayEquals(model.labels(), loaded.labels());
    assertArrayEquals(model.probabilities(), loaded.probabilities());
    assertEquals(model.options(), loaded.options());
    assertEquals(model.clusters(), loaded.clusters());
    assertArrayEquals(bytes, bytes(loaded));
    bytes[bytes.length / 2] ^= 4;
    assertThrows(IOException.class, () -> HdbscanModel.read(new ByteArrayInputStream(bytes)));
  }

  @Test
  @Tag("edge")
  void smallAndStrangeTables() {
    for (int n : new int[] {0, 1, 2, 3, 5, 40}) {
      HdbscanModel alike = Hdbscan.fit(Matrix.of(n, 2, new double[2 * n]), SMALL, Parallel.SERIAL);
      int[] noise = new int[n];
      Arrays.fill(noise, Labels.NOISE);
      assertArrayEquals(noise, alike.labels());
      assertEquals(Math.max(0, n - 1), alike.singleLinkageTree().merges());
      assertTrue(alike.clusters().isEmpty());
      assertEquals(
          n, alike.predict(Matrix.of(n, 2, new double[2 * n]), Parallel.SERIAL).labels().length);
    }
    Matrix x = table("usual");
    HdbscanModel tooLarge = Hdbscan.fit(x, SMALL.withMinClusterSize(9999), Parallel.SERIAL);
    assertEquals(0, Labels.count(tooLarge.labels()));
    HdbscanModel manyNeighbors = Hdbscan.fit(x, SMALL.withMinSamples(9999), Parallel.SERIAL);
    assertEquals(x.rows(), manyNeighbors.labels().length);
    HdbscanModel alike =
        Hdbscan.fit(
            Matrix.of(40, 2, new double[80]), SMALL.withAllowSingleCluster(true), Parallel.SERIAL);
    assertArrayEquals(new int[40], alike.labels());
    assertThrows(
        IllegalArgumentException.class,
        () -> Hdbscan.fit(Matrix.of(1, 1, new double[] {Double.NaN}), SMALL, Parallel.SERIAL));
    assertThrows(
        IllegalArgumentException.class,
        () -> Hdbscan.fit(Matrix.of(2, 1, new double[] {1e200, 0}), SMALL, Parallel.SERIAL));
    assertThrows(
        IllegalArgumentException.class,
        () -> tooLarge.predict(Matrix.of(1, 1, new double[1]), Parallel.SERIAL));
  }

  @Test
  @Tag("edge")
  void stopsWhenAsked() {
    Progress stop = () -> true;
    assertThrows(
        CancellationException.class,
        () -> Hdbscan.fit(table("usual"), SMALL, new Parallel(2, stop)));
  }

  /**
   * Cancels at each of the moments at which a fit looks; between two of them little may happen: a
   * large table is not read to its end after its user has gone.
   */
  @Test
  @Tag("edge")
  void aLargeTableIsLeftSoonAtAnyMoment() {
    int n = 150_000;
    double[] values = new double[2 * n];
    for (int i = 0; i < values.length; i++) {
      values[i] = Seeds.uniform(3, i) + Seeds.below(5, i / 2, 9);
    }
    Matrix x = Matrix.of(n, 2, values);
    Looks looks = new Looks(Integer.MAX_VALUE);
    Hdbscan.fit(x, SMALL, new Parallel(1, looks));
    assertTrue(looks.before("Measuring density") >= 20, looks.count + " looks while ordering");
    assertTrue(looks.after("Building the cluster tree") >= 12, looks.count + " at the end");
    int all = looks.count.get();
    for (int at = 1; at < all; at += 1 + all / 8) {
      Looks stop = new Looks(at);
      assertThrows(CancellationException.class, () -> Hdbscan.fit(x, SMALL, new Parallel(1, stop)));
      assertEquals(at, stop.count.get(), "nothing goes on after the first look that says stop");
    }
  }

  /** Counts how often a stage looks whether it shall stop, and stops it at one of them. */
  private static final class Looks implements Progress {
    private final int last;
    private final AtomicInteger count = new AtomicInteger();
    private final Map<String, Integer> atMessage = new ConcurrentHashMap<>();

    Looks(int last) {
      this.last = last;
    }

    @Override
    public void report(double fraction, String message) {
      atMessage.putIfAbsent(message, count.get());
    }

    @Override
    public boolean canceled() {
      return count.incrementAndGet() >= last;
    }

    int before(String message) {
      return atMessage.get(message);
    }

    int after(String message) {
      return count.get() - atMessage.get(message);
    }
  }

  static byte[] bytes(HdbscanModel model) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    model.write(out);
    return out.toByteArray();
  }
}
