// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Progress;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.neighbors.Metric;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class EmbeddingQualityTest {
  /** Both count in whole numbers and divide once or twice. */
  private static final double ROUNDING = 1e-12;

  private static double[][] columns(int from, int to) throws IOException {
    try (InputStream in =
        EmbeddingQualityTest.class.getResourceAsStream("/golden/umap/quality.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray())
          .map(row -> Arrays.copyOfRange(row, from, to))
          .toArray(double[][]::new);
    }
  }

  @ParameterizedTest
  @Tag("golden")
  @CsvFileSource(resources = "/golden/umap/quality-trustworthiness.csv", numLinesToSkip = 1)
  void equalsScikitLearn(int k, double trustworthiness, double kept) throws IOException {
    Matrix x = Matrix.ofRows(columns(0, 4));
    Matrix embedding = Matrix.ofRows(columns(4, 6));
    for (int threads : new int[] {1, 3}) {
      EmbeddingQuality found =
          EmbeddingQuality.of(
              x, embedding, Metric.EUCLIDEAN, k, new Parallel(threads, Progress.NONE));
      assertEquals(trustworthiness, found.trustworthiness(), ROUNDING);
      assertEquals(kept, found.neighborsKept(), ROUNDING);
      assertEquals(k, found.k());
    }
  }

  @Test
  @Tag("law")
  void theTableItselfKeepsAll() throws IOException {
    Matrix x = Matrix.ofRows(columns(0, 4));
    assertEquals(
        new EmbeddingQuality(1, 1, 15),
        EmbeddingQuality.of(x, x, Metric.EUCLIDEAN, 15, Parallel.SERIAL));
  }

  @Test
  @Tag("edge")
  void fewRows() {
    Matrix two = Matrix.of(2, 1, new double[] {1, 5});
    assertEquals(
        new EmbeddingQuality(1, 1, 0),
        EmbeddingQuality.of(two, two, Metric.EUCLIDEAN, 15, Parallel.SERIAL));
    Matrix five = Matrix.of(5, 1, new double[5]);
    assertEquals(
        new EmbeddingQuality(1, 1, 2),
        EmbeddingQuality.of(five, five, Metric.EUCLIDEAN, 15, Parallel.SERIAL));
    assertThrows(
        IllegalArgumentException.class,
        () -> EmbeddingQuality.of(five, two, Metric.EUCLIDEAN, 1, Parallel.SERIAL));
  }
}
