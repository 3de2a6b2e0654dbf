// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.neighbors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Progress;
import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.data.Matrix;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KnnSearchTest {
  /** Floats against doubles: distances agree to seven digits. */
  private static final double FLOAT = 1e-5;

  private static Matrix cube(int n, int d) {
    double[] values = new double[n * d];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.round(1000 * Seeds.uniform(1, i)) / 100.0 - 3;
    }
    return Matrix.of(n, d, values);
  }

  private static Parallel threads(int threads) {
    return new Parallel(threads, Progress.NONE);
  }

  @ParameterizedTest
  @Tag("twin")
  @EnumSource(value = Metric.class, mode = EnumSource.Mode.EXCLUDE, names = "MIXED")
  void exactSearchFindsWhatSortingFinds(Metric metric) {
    Matrix x = cube(120, 7);
    KnnGraph found = KnnSearch.find(x, 9, metric, 7, threads(2));
    for (int i = 0; i < x.rows(); i++) {
      int row = i;
      double[] sorted =
          IntStream.range(0, x.rows())
              .filter(j -> j != row)
              .mapToDouble(j -> metric.distance(x.values(), row * 7, x.values(), j * 7, 7))
              .sorted()
              .toArray();
      for (int j = 0; j < 9; j++) {
        int other = found.indices()[i * 9 + j];
        assertEquals(sorted[j], found.distances()[i * 9 + j], FLOAT * (1 + sorted[j]));
        assertEquals(
            sorted[j],
            metric.distance(x.values(), i * 7, x.values(), other * 7, 7),
            FLOAT * (1 + sorted[j]));
      }
      assertEquals(
          9,
          Arrays.stream(found.indices(), i * 9, i * 9 + 9)
              .filter(j -> j != row)
              .distinct()
              .count());
    }
  }

  @ParameterizedTest
  @Tag("twin")
  @EnumSource(
      value = Metric.class,
      names = {"EUCLIDEAN", "MANHATTAN", "COSINE", "CORRELATION", "BRAYCURTIS"})
  void approximateSearchIsNearlyExact(Metric metric) {
    Matrix x = cube(2500, 8);
    MetricSpace space = MetricSpace.of(x, metric);
    float[] points = space.points(x, IntStream.range(0, x.rows()).toArray());
    int d = space.dimensions();
    KnnGraph exact = ExactKnn.find(points, x.rows(), d, 15, space.kernel(), threads(2));
    KnnGraph near = NnDescent.find(points, x.rows(), d, 15, space.kernel(), 7, threads(2));
    int right = 0;
    for (int i = 0; i < near.indices().length; i++) {
      float farthest = exact.distances()[i / 15 * 15 + 14];
      right += near.distances()[i] <= farthest ? 1 : 0;
    }
    double recall = right / (double) near.indices().length;
    assertTrue(recall > 0.99, "recall " + recall);
  }

  @Test
  @Tag("same")
  void anyNumberOfThreadsFindsTheSame() {
    anyNumberOfThreadsFindsTheSame(cube(5000, 3));
    anyNumberOfThreadsFindsTheSame(cube(5000, 14));
  }

  private static void anyNumberOfThreadsFindsTheSame(Matrix x) {
    KnnGraph alone = KnnSearch.find(x, 12, Metric.EUCLIDEAN, 7, Parallel.SERIAL);
    for (int threads : new int[] {2, 3, 8}) {
      KnnGraph together = KnnSearch.find(x, 12, Metric.EUCLIDEAN, 7, threads(threads));
      assertArrayEquals(alone.indices(), together.indices());
      assertArrayEquals(alone.distances(), together.distances(), 0f);
    }
  }

  @Test
  @Tag("law")
  void anExactSearchDoesNotHangOnTheSeed() {
    for (Matrix x : new Matrix[] {cube(4000, 14), cube(5000, 3), cube(5000, 14)}) {
      boolean exact = KnnSearch.isExact(x.rows(), 12, MetricSpace.of(x, Metric.EUCLIDEAN));
      KnnGraph one = KnnSearch.find(x, 12, Metric.EUCLIDEAN, 7, threads(2));
      KnnGraph other = KnnSearch.find(x, 12, Metric.EUCLIDEAN, 8, threads(2));
      assertEquals(exact, Arrays.equals(one.indices(), other.indices()), x.rows() + " rows");
    }
  }

  @Test
  @Tag("twin")
  void neighborsMeasuredAreThoseFoundHoweverTheyStand() {
    Matrix x = cube(60, 4);
    for (Metric metric : new Metric[] {Metric.EUCLIDEAN, Metric.COSINE, Metric.MANHATTAN}) {
      KnnGraph found = KnnSearch.find(x, 5, metric, 7, Parallel.SERIAL);
      int[] turned = new int[300];
      Arrays.setAll(turned, e -> found.indices()[e / 5 * 5 + (e + 3) % 5]);
      KnnGraph measured = KnnSearch.measure(x, turned, metric);
      assertArrayEquals(found.distances(), measured.distances(), 0f);
      assertEquals(5, measured.k());
      for (int e = 0; e < 300; e++) {
        double distance =
            metric.distance(x.values(), e / 5 * 4, x.values(), measured.indices()[e] * 4, 4);
        assertEquals(distance, measured.distances()[e], FLOAT);
      }
    }
  }

  @Test
  @Tag("edge")
  void neighborsThatAreNoneAreRefused() {
    Matrix x = cube(3, 2);
    for (int[] near : new int[][] {{1, 0, 2}, {1, 3, 0}, {1, -1, 0}}) {
      String message =
          assertThrows(
                  IllegalArgumentException.class,
                  () -> KnnSearch.measure(x, near, Metric.EUCLIDEAN))
              .getMessage();
      int row = near[1] == 0 ? 2 : 1;
      assertEquals(
          "neighbors of row "
              + row
              + " must be different other rows, 0 to 2, got ["
              + near[row]
              + "]",
          message);
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> KnnSearch.measure(x, new int[] {1, 1, 0, 2, 0, 1}, Metric.EUCLIDEAN));
    assertThrows(
        IllegalArgumentException.class, () -> new KnnGraph(2, 1, new int[2], new float[1]));
  }

  @Test
  @Tag("edge")
  void neighborsToMeasureMustBeAsManyForEachRow() {
    assertThrows(
        IllegalArgumentException.class,
        () -> KnnSearch.measure(cube(3, 2), new int[] {1, 0, 0, 1}, Metric.EUCLIDEAN));
    assertEquals(
        0, KnnSearch.measure(Matrix.of(0, 2, new double[0]), new int[0], Metric.EUCLIDEAN).k());
  }

  @Test
  @Tag("edge")
  void manyEqualRows() {
    double[] values = new double[6000];
    for (int i = 0; i < 6000; i++) {
      values[i] = i < 5900 ? 1 : i;
    }
    KnnGraph found =
        KnnSearch.find(Matrix.of(6000, 1, values), 15, Metric.EUCLIDEAN, 7, threads(2));
    for (int i = 0; i < 6000; i++) {
      int row = i;
      assertEquals(
          15,
          Arrays.stream(found.indices(), i * 15, i * 15 + 15)
              .filter(j -> j != row && j >= 0 && j < 6000)
              .distinct()
              .count());
      if (i < 5900) {
        assertEquals(0, found.distances()[i * 15 + 14]);
      }
    }
  }

  @Test
  @Tag("edge")
  void fewRowsAndFarNumbers() {
    assertEquals(0, KnnSearch.find(cube(0, 3), 5, Metric.EUCLIDEAN, 7, threads(2)).rows());
    assertEquals(0, KnnSearch.find(cube(1, 3), 5, Metric.EUCLIDEAN, 7, threads(2)).k());
    assertEquals(2, KnnSearch.find(cube(3, 3), 5, Metric.EUCLIDEAN, 7, threads(2)).k());
    Matrix far = Matrix.of(4, 1, new double[] {1e12, 1e12 + 3, 1e12 + 1, 1e12 + 7});
    assertArrayEquals(
        new int[] {2, 2, 0, 1}, KnnSearch.find(far, 1, Metric.EUCLIDEAN, 7, threads(1)).indices());
    Matrix huge = Matrix.of(3, 1, new double[] {0, 1e200, 3e200});
    KnnGraph found = KnnSearch.find(huge, 1, Metric.EUCLIDEAN, 7, threads(1));
    assertArrayEquals(new int[] {1, 0, 1}, found.indices());
  }

  @Test
  @Tag("law")
  void whatIsKeptDoesNotHangOnTheOrderOfOffers() {
    Integer[] order = IntStream.range(0, 200).boxed().toArray(Integer[]::new);
    int[] first = null;
    for (int seed = 0; seed < 5; seed++) {
      int salt = seed;
      Arrays.sort(order, Comparator.comparingLong(i -> Seeds.bits(salt, i)));
      OwnLists lists = new OwnLists(201, 7);
      for (int i : order) {
        lists.offer(200, i, i % 13);
        lists.offer(200, i, i % 13);
      }
      int[] kept = Arrays.copyOfRange(lists.indices, 200 * 7, 201 * 7);
      first = first == null ? kept : first;
      assertArrayEquals(first, kept);
    }
    assertArrayEquals(new int[] {0, 13, 26, 39, 52, 65, 78}, first);
  }

  @ParameterizedTest
  @Tag("twin")
  @EnumSource(value = Kernel.class, mode = EnumSource.Mode.EXCLUDE, names = "MIXED")
  void tilesAndLimitsGiveTheNumbersOfPairs(Kernel kernel) {
    for (int d : new int[] {0, 1, 4, 7, 20, 64, 71}) {
      int n = 19;
      float[] points = new float[n * d];
      for (int i = 0; i < points.length; i++) {
        points[i] = (float) (Seeds.uniform(d, i) * 9 - 4);
      }
      Tile tile = new Tile(points, d, 16, kernel);
      tile.load(2, 13);
      for (int i = 0; i < n; i++) {
        tile.compare(points, i * d);
        for (int l = 0; l < tile.size(); l++) {
          int at = tile.row(l) * d;
          float number = kernel.between(points, i * d, points, at, d);
          assertEquals(number, tile.numbers[l], 0f);
          assertEquals(number, kernel.upTo(number, points, i * d, points, at, d), 0f);
          float half = number / 2;
          assertTrue(number == 0 || kernel.upTo(half, points, i * d, points, at, d) > half);
        }
      }
    }
  }

  @Test
  @Tag("law")
  void groupsOfTheForestHoldEveryPointOnce() {
    int n = 3001;
    float[] points = new float[n * 3];
    for (int i = 0; i < points.length; i++) {
      points[i] = i < 1500 ? 1 : (float) Seeds.uniform(5, i);
    }
    PivotForest forest = new PivotForest(points, n, 3, 64, Kernel.SQUARED, 7, threads(2));
    for (int tree = 0; tree < 3; tree++) {
      assertArrayEquals(
          IntStream.range(0, n).toArray(), Arrays.stream(forest.grow(tree)).sorted().toArray());
    }
    for (int group = 0; group < forest.groups(); group++) {
      int size = forest.start(group + 1) - forest.start(group);
      assertTrue(size > 30 && size <= 64, "size " + size);
    }
  }
}
