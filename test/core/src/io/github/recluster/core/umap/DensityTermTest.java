// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Progress;
import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.graph.WeightedGraph;
import io.github.recluster.core.neighbors.KnnGraph;
import io.github.recluster.core.neighbors.KnnSearch;
import io.github.recluster.core.neighbors.Metric;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DensityTermTest {
  private static final UmapOptions PLAIN =
      UmapOptions.DEFAULTS.withNeighbors(15).withMinDist(0.1).withEpochs(300);
  private static final UmapOptions DENSE = PLAIN.withDensLambda(2);

  private static Parallel threads(int threads) {
    return new Parallel(threads, Progress.NONE);
  }

  /** Four clouds, each twice as wide as the one before. */
  private static Matrix clouds(int n) {
    double[] values = Tables.clouds(n, 5, 4, 0).values();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < 5; j++) {
        values[i * 5 + j] = values[i * 5 + j] * (1 << i % 4) + 60 * (i % 4) * (j % 2);
      }
    }
    return Matrix.of(n, 5, values);
  }

  private static double[] radii(Matrix x) {
    KnnGraph near = KnnSearch.find(x, 14, Metric.EUCLIDEAN, 7, threads(2));
    WeightedGraph graph = FuzzySimplicialSet.of(near, PLAIN, threads(2));
    return LocalRadii.of(graph, near);
  }

  static double correlation(double[] a, double[] b) {
    double p = mean(a);
    double q = mean(b);
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (a[i] - p) * (b[i] - q);
      aa += (a[i] - p) * (a[i] - p);
      bb += (b[i] - q) * (b[i] - q);
    }
    return ab / Math.sqrt(aa * bb);
  }

  private static double mean(double[] a) {
    double sum = 0;
    for (double value : a) {
      sum += value / a.length;
    }
    return sum;
  }

  @Test
  @Tag("quality")
  void denseGroupsAreSmallInTheMap() {
    Matrix x = clouds(1200);
    double[] rows = radii(x);
    double without = correlation(rows, radii(Umap.fit(x, PLAIN, threads(2)).embedding()));
    double with = correlation(rows, radii(Umap.fit(x, DENSE, threads(2)).embedding()));
    assertTrue(with > 0.9 && with > without + 0.3, with + " with, " + without + " without");
  }

  @Test
  @Tag("same")
  void anyNumberOfThreadsGivesTheSameBits() {
    Matrix x = clouds(1500);
    UmapOptions few = DENSE.withEpochs(60);
    double[] alone = Umap.fit(x, few, threads(1)).embedding().values();
    assertArrayEquals(alone, Umap.fit(x, few, threads(3)).embedding().values(), 0.0);
    int[] order = Tables.shuffled(1500);
    Matrix shuffled = Umap.fit(x.select(order), few, threads(2)).embedding();
    assertArrayEquals(Matrix.of(1500, 2, alone).select(order).values(), shuffled.values(), 0.0);
  }

  @Test
  @Tag("same")
  void aModelRemembersItsDensityOptions() throws IOException {
    UmapOptions options =
        DENSE.withEpochs(20).withDensLambda(1.5).withDensFrac(0.5).withDensVarShift(0.2);
    UmapModel model = Umap.fit(clouds(60), options, threads(1));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    model.write(file);
    UmapModel read = UmapModel.read(new ByteArrayInputStream(file.toByteArray()));
    assertEquals(options, read.options());
  }

  /** The step is the slope of the correlation, edge by edge, as long as nothing is clipped. */
  @Test
  @Tag("gradient")
  void aStepRaisesTheCorrelationAsItSays() {
    Matrix x = clouds(200);
    KnnGraph near = KnnSearch.find(x, 14, Metric.EUCLIDEAN, 7, threads(1));
    WeightedGraph fuzzy = FuzzySimplicialSet.of(near, PLAIN, threads(1));
    WeightedGraph graph = NeighborhoodGraph.of(fuzzy, PLAIN).edges();
    double[] radii = LocalRadii.of(graph, near);
    float[] places = new float[400];
    for (int i = 0; i < places.length; i++) {
      places[i] = (float) (10 * Seeds.uniform(4, i));
    }
    DensityTerm term = new DensityTerm(graph, radii, PLAIN.withDensLambda(1e-3));
    double before = term.correlation(places, threads(1));
    float[] moved = places.clone();
    term.move(moved, 1, threads(1));
    assertTrue(term.correlation(moved, threads(1)) > before);
    double[] slopes = new double[40];
    double product = 0;
    double square = 0;
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = slope(term, places, i);
      product += slopes[i] * (moved[i] - places[i]);
      square += slopes[i] * slopes[i];
    }
    double scale = product / square; // the step is a multiple of the slope
    double tolerance = 0.02 * scale * Math.sqrt(square / slopes.length);
    for (int i = 0; i < slopes.length; i++) {
      assertEquals(scale * slopes[i], moved[i] - places[i], tolerance);
    }
  }

  /** Of the correlation, by its difference over a short way. */
  private static double slope(DensityTerm term, float[] places, int i) {
    double h = 1e-2;
    float[] up = places.clone();
    float[] down = places.clone();
    up[i] += (float) h;
    down[i] -= (float) h;
    return (term.correlation(up, threads(1)) - term.correlation(down, threads(1))) / (2 * h);
  }

  @ParameterizedTest
  @Tag("edge")
  @ValueSource(ints = {0, 1, 2, 3, 16})
  void fewRowsAndEqualOnes(int n) {
    Umap.fit(clouds(n), DENSE, threads(2)).embedding().requireFinite();
    Matrix same = Matrix.of(n, 2, new double[2 * n]);
    Umap.fit(same, DENSE.withComponents(3), threads(2)).embedding().requireFinite();
  }
}
