// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Progress;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.neighbors.Metric;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InverseTransformTest {
  private static final UmapOptions SHORT = UmapOptions.DEFAULTS.withEpochs(60);
  private static final Matrix CLOUDS = Tables.clouds(1500, 5, 4, 8);

  private static Parallel threads(int threads) {
    return new Parallel(threads, Progress.NONE);
  }

  /** Rows of the same clouds that the model has not seen. */
  private static Matrix fresh(int rows) {
    double[] all = Tables.clouds(CLOUDS.rows() + rows, 5, 4, 8).values();
    return Matrix.of(rows, 5, Arrays.copyOfRange(all, CLOUDS.values().length, all.length));
  }

  @ParameterizedTest
  @Tag("law")
  @ValueSource(ints = {2, 3})
  void thereAndBackARowComesNearItself(int components) {
    for (Metric metric : new Metric[] {Metric.EUCLIDEAN, Metric.MANHATTAN, Metric.CHEBYSHEV}) {
      UmapOptions options = SHORT.withMetric(metric).withComponents(components);
      UmapModel model = Umap.fit(CLOUDS, options, threads(2));
      Matrix rows = fresh(100);
      Matrix back = model.inverseTransform(model.transform(rows, threads(2)), threads(2));
      double error = 0;
      double apart = 0;
      for (int i = 0; i < 100; i++) {
        error += Metric.EUCLIDEAN.distance(rows.values(), 5 * i, back.values(), 5 * i, 5);
        int other = 5 * ((i + 4) % 100); // of the same cloud
        apart += Metric.EUCLIDEAN.distance(rows.values(), 5 * i, rows.values(), other, 5);
      }
      assertTrue(error < 0.8 * apart, metric + ": " + error + " of " + apart);
    }
  }

  @Test
  @Tag("law")
  void aPlaceBetweenStandsForTheMeanOfItsNeighborhood() {
    Matrix x = Matrix.of(2, 2, new double[] {1e6, -4, 1e6 + 2, 8});
    UmapModel model = Umap.fit(x, UmapOptions.DEFAULTS, threads(1));
    double[] p = model.embedding().values();
    Matrix middle = Matrix.of(1, 2, new double[] {(p[0] + p[2]) / 2, (p[1] + p[3]) / 2});
    assertArrayEquals(
        new double[] {1e6 + 1, 2}, model.inverseTransform(middle, threads(1)).values(), 1e-4);
  }

  @Test
  @Tag("same")
  void itDependsOnThePlaceAlone() throws IOException {
    UmapModel model = Umap.fit(CLOUDS, SHORT, threads(2));
    Matrix places = model.transform(fresh(70), threads(2));
    Matrix batch = model.inverseTransform(places, threads(3));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    model.write(file);
    UmapModel read = UmapModel.read(new ByteArrayInputStream(file.toByteArray()));
    for (int i = 0; i < 70; i++) {
      Matrix place = places.select(new int[] {i});
      assertArrayEquals(batch.row(i), read.inverseTransform(place, Parallel.SERIAL).row(0), 0.0);
    }
  }

  @ParameterizedTest
  @Tag("edge")
  @EnumSource(
      value = Metric.class,
      names = {"EUCLIDEAN", "MANHATTAN", "CHEBYSHEV"},
      mode = EnumSource.Mode.EXCLUDE)
  void otherMetricsHaveNoWayBack(Metric metric) {
    UmapModel model = Umap.fit(Tables.clouds(30, 3, 2, 5), SHORT.withMetric(metric), threads(1));
    assertEquals(
        "metric must be euclidean, manhattan or chebyshev to go back from places to rows, got "
            + metric.id(),
        message(model, Matrix.of(1, 2, new double[2])));
  }

  @Test
  @Tag("edge")
  void whatDoesNotFit() {
    UmapModel model = Umap.fit(Tables.clouds(30, 3, 2, 5), SHORT, threads(1));
    assertEquals(
        "places must have 2 columns, got 3", message(model, Matrix.of(1, 3, new double[3])));
    UmapModel none = Umap.fit(Matrix.of(0, 3, new double[0]), SHORT, threads(1));
    assertEquals(
        "rows of the model must be 1 or more, got 0",
        message(none, Matrix.of(1, 2, new double[2])));
    assertEquals(0, model.inverseTransform(Matrix.of(0, 2, new double[0]), threads(1)).rows());
  }

  private static String message(UmapModel model, Matrix places) {
    return assertThrows(
            IllegalArgumentException.class, () -> model.inverseTransform(places, threads(1)))
        .getMessage();
  }
}
