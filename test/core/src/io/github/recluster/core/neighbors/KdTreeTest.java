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
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KdTreeTest {
  private static final int[] THREADS = {1, 2, 3, 8};

  /** Numbers whose sums round; with few steps a lattice, full of ties and equal points. */
  private static float[] points(int n, int d, int steps) {
    float[] points = new float[n * d];
    for (int i = 0; i < points.length; i++) {
      double u = Seeds.uniform(d + steps, i);
      points[i] = (float) (steps == 0 ? u * u * 10 - 3 : Math.floor(u * steps) * 0.1);
    }
    return points;
  }

  private static void assertSame(KnnGraph expected, KnnGraph actual) {
    assertArrayEquals(expected.indices(), actual.indices());
    assertArrayEquals(expected.distances(), actual.distances(), 0f);
  }

  private static void assertTwins(float[] points, int n, int d, int k, Kernel kernel) {
    KnnGraph all = ExactKnn.find(points, n, d, k, kernel, new Parallel(2, Progress.NONE));
    for (int threads : THREADS) {
      Parallel parallel = new Parallel(threads, Progress.NONE);
      assertSame(all, KdTreeKnn.find(points, n, d, k, kernel, parallel));
    }
  }

  @ParameterizedTest
  @Tag("twin")
  @EnumSource(
      value = Kernel.class,
      names = {"SQUARED", "MANHATTAN", "CHEBYSHEV"})
  void findsWhatAllPairsFind(Kernel kernel) {
    for (int d : new int[] {1, 2, 3, 7, 12}) {
      for (int steps : new int[] {0, 3, 40}) {
        assertTwins(points(400, d, steps), 400, d, 15, kernel);
      }
    }
    for (int n : new int[] {2, 3, 16, 17, 33, 100}) {
      assertTwins(points(n, 3, 4), n, 3, n - 1, kernel);
      assertTwins(points(n, 0, 4), n, 0, n - 1, kernel);
    }
    assertTwins(new float[800], 400, 2, 20, kernel);
  }

  @ParameterizedTest
  @Tag("twin")
  @EnumSource(
      value = Metric.class,
      names = {"EUCLIDEAN", "MANHATTAN", "CHEBYSHEV"})
  void newPointsFindTheSameAloneAndInABatch(Metric metric) {
    int n = 1100;
    float[] known = points(n, 3, 12);
    float[] queries = points(100, 3, 30);
    queries[0] = Float.POSITIVE_INFINITY;
    queries[3] = -1e30f;
    double[] values = new double[n * 3];
    for (int i = 0; i < values.length; i++) {
      values[i] = known[i];
    }
    MetricSpace space = MetricSpace.of(Matrix.of(n, 3, values), metric);
    for (int k : new int[] {1, 15, n + 5}) {
      KnnGraph batch =
          new NeighborIndex(space, known, n).find(queries, 100, k, new Parallel(3, Progress.NONE));
      NeighborIndex untreed = new NeighborIndex(space, known, n);
      for (int i = 0; i < 100; i++) {
        float[] query = {queries[3 * i], queries[3 * i + 1], queries[3 * i + 2]};
        KnnGraph alone = untreed.find(query, 1, k, Parallel.SERIAL);
        for (int j = 0; j < batch.k(); j++) {
          assertEquals(alone.indices()[j], batch.indices()[i * batch.k() + j]);
          assertEquals(alone.distances()[j], batch.distances()[i * batch.k() + j]);
        }
      }
    }
  }

  @Test
  @Tag("law")
  void largeTablesOfFewColumnsAreExact() {
    int n = KnnSearch.EXACT_ROWS + 500;
    int d = KnnSearch.TREE_COORDINATES;
    for (Metric metric : new Metric[] {Metric.EUCLIDEAN, Metric.MANHATTAN, Metric.CHEBYSHEV}) {
      double[] values = new double[n * d];
      float[] drawn = points(n, d, 0);
      for (int i = 0; i < values.length; i++) {
        values[i] = drawn[i];
      }
      Matrix x = Matrix.of(n, d, values);
      MetricSpace space = MetricSpace.of(x, metric);
      int[] rows = new int[n];
      for (int i = 0; i < n; i++) {
        rows[i] = i;
      }
      float[] points = space.points(x, rows);
      Parallel two = new Parallel(2, Progress.NONE);
      KnnGraph all = ExactKnn.find(points, n, d, 10, space.kernel(), two);
      space.toDistances(all.distances());
      assertSame(all, KnnSearch.find(points, n, space, 10, 7, two));
    }
  }

  @Test
  @Tag("edge")
  void reportsAndStops() {
    float[] points = points(5000, 3, 0);
    AtomicInteger reports = new AtomicInteger();
    Progress stopping =
        new Progress() {
          @Override
          public void report(double fraction, String message) {
            assertTrue(fraction > 0 && fraction <= 1);
            reports.incrementAndGet();
          }

          @Override
          public boolean canceled() {
            return reports.get() >= 3;
          }
        };
    assertThrows(
        CancellationException.class,
        () -> KdTreeKnn.find(points, 5000, 3, 5, Kernel.SQUARED, new Parallel(1, stopping)));
    assertEquals(3, reports.get());
  }
}
