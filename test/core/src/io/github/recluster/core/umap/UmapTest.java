// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Progress;
import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.neighbors.KnnGraph;
import io.github.recluster.core.neighbors.KnnSearch;
import io.github.recluster.core.neighbors.Metric;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UmapTest {
  private static final UmapOptions SHORT = UmapOptions.DEFAULTS.withEpochs(60);
  private static final Matrix CLOUDS = Tables.clouds(2300, 5, 4, 8);

  private static Parallel threads(int threads) {
    return new Parallel(threads, Progress.NONE);
  }

  @Test
  @Tag("same")
  void anyNumberOfThreadsGivesTheSameBits() {
    double[] alone = Umap.fit(CLOUDS, SHORT, Parallel.SERIAL).embedding().values();
    for (int threads : new int[] {2, 3, 8}) {
      assertArrayEquals(alone, Umap.fit(CLOUDS, SHORT, threads(threads)).embedding().values(), 0.0);
    }
  }

  @Test
  @Tag("same")
  void shuffledRowsGetTheSamePlacesShuffled() {
    int[] order = Tables.shuffled(CLOUDS.rows());
    Matrix plain = Umap.fit(CLOUDS, SHORT, threads(2)).embedding();
    Matrix shuffled = Umap.fit(CLOUDS.select(order), SHORT, threads(2)).embedding();
    assertArrayEquals(plain.select(order).values(), shuffled.values(), 0.0);
  }

  @Test
  @Tag("same")
  void aSeedIsALayout() {
    UmapGraph graph = Umap.prepare(CLOUDS, SHORT, threads(2));
    double[] seven = graph.layout(7, threads(2)).values();
    double[] eight = graph.layout(8, threads(2)).values();
    assertFalse(Arrays.equals(seven, eight));
    assertArrayEquals(seven, graph.layout(7, threads(2)).values(), 0.0);
    assertArrayEquals(seven, Umap.fit(CLOUDS, SHORT, threads(2)).embedding().values(), 0.0);
    assertArrayEquals(
        eight, Umap.fit(CLOUDS, SHORT.withSeed(8), threads(2)).embedding().values(), 0.0);
  }

  @Test
  @Tag("same")
  void aRowIsPlacedByItselfAlone() throws IOException {
    UmapModel model = Umap.fit(CLOUDS, SHORT, threads(2));
    Matrix fresh = Tables.clouds(70, 5, 7, 9);
    Matrix batch = model.transform(fresh, threads(3));
    for (int i = 0; i < fresh.rows(); i++) {
      Matrix row = model.transform(fresh.select(new int[] {i}), Parallel.SERIAL);
      assertArrayEquals(batch.row(i), row.row(0), 0.0);
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    model.write(file);
    UmapModel read = UmapModel.read(new ByteArrayInputStream(file.toByteArray()));
    assertEquals(model.options(), read.options());
    assertArrayEquals(model.embedding().values(), read.embedding().values(), 0.0);
    assertArrayEquals(batch.values(), read.transform(fresh, threads(2)).values(), 0.0);
    byte[] damaged = file.toByteArray();
    damaged[damaged.length / 2] ^= 1;
    assertThrows(IOException.class, () -> UmapModel.read(new ByteArrayInputStream(damaged)));
  }

  @Test
  @Tag("same")
  void neighborsBroughtAlongAreAsGoodAsOwn() {
    KnnGraph neighbors =
        KnnSearch.find(CLOUDS, SHORT.neighbors() - 1, SHORT.metric(), SHORT.seed(), threads(2));
    UmapGivens givens = UmapGivens.NONE.withNeighbors(neighbors);
    assertArrayEquals(
        Umap.fit(CLOUDS, SHORT, threads(2)).embedding().values(),
        Umap.prepare(CLOUDS, givens, SHORT, threads(2)).layout(7, threads(2)).values(),
        0.0);
  }

  @Test
  @Tag("law")
  void aTargetDrawsItsClassesApart() {
    Matrix x = Tables.clouds(600, 4, 1, 0);
    int[] target = IntStream.range(0, 600).map(i -> i % 2).toArray();
    UmapGivens givens = UmapGivens.NONE.withTarget(target);
    UmapOptions strong = SHORT.withTargetWeight(0.9);
    Matrix places = Umap.prepare(x, givens, strong, threads(2)).layout(7, threads(2));
    KnnGraph near = KnnSearch.find(places, 5, Metric.EUCLIDEAN, 7, threads(2));
    int same = 0;
    for (int e = 0; e < near.indices().length; e++) {
      same += near.indices()[e] % 2 == e / 5 % 2 ? 1 : 0;
    }
    assertTrue(same > 0.9 * near.indices().length, same + " of " + near.indices().length);
  }

  @Test
  @Tag("law")
  void numbersDrawTheirLikesTogether() {
    Matrix x = Tables.clouds(600, 4, 1, 0);
    double[] plain = IntStream.range(0, 600).mapToDouble(i -> Seeds.uniform(8, i)).toArray();
    double[] few = Arrays.stream(plain).map(v -> Math.floor(4 * v)).toArray();
    double[] gaps = plain.clone();
    for (int i = 0; i < 300; i += 3) {
      gaps[i] = Double.NaN;
    }
    double without = meanDifference(Umap.fit(x, SHORT, threads(2)).embedding(), plain);
    assertTrue(without > 0.25, "without a target " + without);
    for (double[] numbers : new double[][] {plain, few, gaps}) {
      UmapGivens givens = UmapGivens.NONE.withNumbers(numbers);
      UmapOptions strong = SHORT.withTargetWeight(0.8);
      Matrix places = Umap.prepare(x, givens, strong, threads(2)).layout(7, threads(2));
      places.requireFinite();
      double with = meanDifference(places, plain);
      assertTrue(with < 0.75 * without, with + " with a target, " + without + " without");
      assertArrayEquals(
          places.values(),
          Umap.prepare(x, givens, strong, threads(1)).layout(7, threads(1)).values(),
          0.0);
    }
  }

  /** Between the numbers of neighbors in the plane. */
  private static double meanDifference(Matrix places, double[] numbers) {
    KnnGraph near = KnnSearch.find(places, 5, Metric.EUCLIDEAN, 7, threads(2));
    double sum = 0;
    for (int e = 0; e < near.indices().length; e++) {
      sum += Math.abs(numbers[near.indices()[e]] - numbers[e / 5]);
    }
    return sum / near.indices().length;
  }

  @Test
  @Tag("edge")
  void boundsAreNamed() {
    assertEquals(
        "components must be 1 to 1,000, got 2147483647",
        assertThrows(IllegalArgumentException.class, () -> SHORT.withComponents(Integer.MAX_VALUE))
            .getMessage());
    assertEquals(
        "spread must be 1e-6 to 1e6, got NaN",
        assertThrows(IllegalArgumentException.class, () -> SHORT.withSpread(Double.NaN))
            .getMessage());
    assertEquals(
        Umap.estimateBytes(100, 3, SHORT.withNeighbors(100)),
        Umap.estimateBytes(100, 3, SHORT.withNeighbors(Integer.MAX_VALUE)),
        "more neighbors than rows are no more than all");
  }

  @Test
  @Tag("edge")
  void givensThatDoNotFit() {
    for (UmapGivens givens :
        new UmapGivens[] {
          UmapGivens.NONE.withTarget(new int[3]),
          UmapGivens.NONE.withNumbers(new double[3]),
          UmapGivens.NONE.withNeighbors(new KnnGraph(1, 0, new int[0], new float[0])),
          UmapGivens.NONE.withStart(Matrix.of(1, 2, new double[2]))
        }) {
      assertThrows(
          IllegalArgumentException.class, () -> Umap.prepare(CLOUDS, givens, SHORT, threads(1)));
    }
    Matrix start = Tables.clouds(CLOUDS.rows(), 2, 3, 1);
    Umap.prepare(CLOUDS, UmapGivens.NONE.withStart(start), SHORT, threads(1))
        .layout(7, threads(2))
        .requireFinite();
  }

  @Test
  @Tag("law")
  void knownRowsKeepTheirPlaces() {
    UmapModel model = Umap.fit(CLOUDS, SHORT, threads(2));
    assertArrayEquals(
        model.embedding().values(), model.transform(CLOUDS, threads(2)).values(), 0.0);
  }

  @Test
  @Tag("law")
  void newRowsComeToTheirOwnCloud() {
    UmapModel model = Umap.fit(CLOUDS, SHORT, threads(2));
    Matrix places = model.embedding();
    double[] values = Tables.clouds(2400, 5, 4, 8).values();
    Matrix fresh =
        Matrix.of(100, 5, Arrays.copyOfRange(values, CLOUDS.values().length, values.length));
    Matrix found = model.transform(fresh, threads(2));
    int right = 0;
    for (int i = 0; i < fresh.rows(); i++) {
      int nearest = 0;
      for (int j = 0; j < places.rows(); j++) {
        if (apart(found, i, places, j) < apart(found, i, places, nearest)) {
          nearest = j;
        }
      }
      right += nearest % 4 == i % 4 ? 1 : 0;
    }
    assertTrue(right >= 98, right + " of 100 in their cloud");
  }

  private static double apart(Matrix a, int i, Matrix b, int j) {
    return Metric.EUCLIDEAN.distance(a.values(), 2 * i, b.values(), 2 * j, 2);
  }

  @ParameterizedTest
  @Tag("edge")
  @ValueSource(ints = {0, 1, 2, 3, 5, 16})
  void fewRows(int n) {
    for (UmapInit init : UmapInit.values()) {
      Matrix x = Tables.clouds(n, 3, 2, 1);
      UmapModel model = Umap.fit(x, UmapOptions.DEFAULTS.withInit(init), threads(2));
      assertEquals(n, model.embedding().rows());
      model.embedding().requireFinite();
      Matrix placed = model.transform(Tables.clouds(4, 3, 3, 2), threads(2));
      assertEquals(4, placed.rows());
      if (n > 0) {
        placed.requireFinite();
      }
    }
  }

  @Test
  @Tag("edge")
  void equalRowsAndConstantColumns() {
    double[] values = new double[300 * 2];
    for (int i = 0; i < 300; i++) {
      values[2 * i] = i % 3;
      values[2 * i + 1] = 42;
    }
    Matrix x = Matrix.of(300, 2, values);
    Umap.fit(x, UmapOptions.DEFAULTS, threads(2)).embedding().requireFinite();
    Matrix same = Matrix.of(50, 2, new double[100]);
    Umap.fit(same, UmapOptions.DEFAULTS, threads(2)).embedding().requireFinite();
    Matrix none = Matrix.of(5, 0, new double[0]);
    assertEquals(5, Umap.fit(none, UmapOptions.DEFAULTS, threads(2)).embedding().rows());
  }

  @Test
  @Tag("edge")
  void rowsWithoutNeighborsHaveNoPlace() {
    double[] values = new double[60 * 60];
    for (int i = 0; i < 60; i++) {
      values[i * 60 + (i < 40 ? i % 8 : i)] = 1;
    }
    Matrix places =
        Umap.fit(
                Matrix.of(60, 60, values),
                UmapOptions.DEFAULTS.withMetric(Metric.JACCARD).withNeighbors(4),
                threads(2))
            .embedding();
    for (int i = 0; i < 60; i++) {
      assertEquals(i >= 40, Double.isNaN(places.get(i, 0)), "row " + i);
    }
  }

  @ParameterizedTest
  @Tag("edge")
  @EnumSource(Metric.class)
  void everyMetricAndAnyNumberOfComponents(Metric metric) {
    Matrix x = Tables.clouds(150, 6, 3, 5);
    for (int components : new int[] {1, 2, 3}) {
      UmapOptions options = SHORT.withMetric(metric).withComponents(components);
      UmapModel model = Umap.fit(x, options, threads(2));
      assertEquals(components, model.embedding().columns());
      assertEquals(4, model.transform(Tables.clouds(4, 6, 2, 5), threads(2)).rows());
    }
  }

  @Test
  @Tag("edge")
  void badInput() {
    Matrix bad = Matrix.of(2, 1, new double[] {1, Double.NaN});
    assertThrows(
        IllegalArgumentException.class, () -> Umap.fit(bad, UmapOptions.DEFAULTS, threads(1)));
    UmapModel model = Umap.fit(Tables.clouds(20, 3, 2, 1), UmapOptions.DEFAULTS, threads(1));
    Matrix narrow = Matrix.of(1, 2, new double[2]);
    String message =
        assertThrows(IllegalArgumentException.class, () -> model.transform(narrow, threads(1)))
            .getMessage();
    assertEquals("columns must be 3 as when fitting, got 2", message);
  }

  @Test
  @Tag("edge")
  void stopsWhenAskedAndTellsHowFarItIs() {
    AtomicInteger reports = new AtomicInteger();
    double[] last = {0};
    Progress progress =
        new Progress() {
          @Override
          public synchronized void report(double fraction, String message) {
            assertTrue(fraction >= 0 && fraction <= 1, message);
            last[0] = Math.max(last[0], fraction);
            reports.incrementAndGet();
          }

          @Override
          public boolean canceled() {
            return last[0] > 0.6;
          }
        };
    assertThrows(
        CancellationException.class,
        () -> Umap.fit(CLOUDS, UmapOptions.DEFAULTS, new Parallel(2, progress)));
    assertTrue(last[0] < 0.9);
    assertNotEquals(0, reports.get());
  }
}
