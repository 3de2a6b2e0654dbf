// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.graph.WeightedGraph;
import io.github.recluster.core.neighbors.KnnGraph;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against umap-learn, on its own input to each stage. */
@Tag("golden")
class GoldenTest {
  /** What the owner asked for; umap-learn works in single precision. */
  private static final double FLOAT = 1e-5;

  /** Two different optimizers that stop at their own tolerances. */
  private static final double FITTED = 1e-5;

  private static double[][] read(String name) throws IOException {
    try (InputStream in = GoldenTest.class.getResourceAsStream("/golden/umap/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray())
          .toArray(double[][]::new);
    }
  }

  private static KnnGraph neighbors(double[][] rows) {
    int k = (rows[0].length - 3) / 2;
    int[] indices = new int[rows.length * k];
    float[] distances = new float[rows.length * k];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < k; j++) {
        indices[i * k + j] = (int) rows[i][3 + j];
        distances[i * k + j] = (float) rows[i][3 + k + j];
      }
    }
    return new KnnGraph(rows.length, k, indices, distances);
  }

  @ParameterizedTest
  @CsvSource({"plain, 1", "mixed, 2.5", "loose, 0.5"})
  void smoothKnnDistances(String name, double connectivity) throws IOException {
    double[][] rows = read(name + "-neighbors.csv");
    SmoothKnnDistances found =
        SmoothKnnDistances.of(neighbors(rows), connectivity, Parallel.SERIAL);
    for (int i = 0; i < rows.length; i++) {
      assertEquals(rows[i][1], found.rho()[i], FLOAT, "rho of row " + i);
      assertEquals(rows[i][2], found.sigma()[i], FLOAT, "sigma of row " + i);
    }
  }

  @ParameterizedTest
  @CsvSource({"plain, 1, 1", "mixed, 0.4, 2.5", "loose, 1, 0.5"})
  void fuzzySimplicialSet(String name, double mix, double connectivity) throws IOException {
    UmapOptions options =
        UmapOptions.DEFAULTS.withSetOpMixRatio(mix).withLocalConnectivity(connectivity);
    WeightedGraph graph =
        FuzzySimplicialSet.of(neighbors(read(name + "-neighbors.csv")), options, Parallel.SERIAL);
    assertSameEdges(read(name + "-graph.csv"), graph);
  }

  @Test
  void localRadii() throws IOException {
    KnnGraph neighbors = neighbors(read("plain-neighbors.csv"));
    WeightedGraph fuzzy = FuzzySimplicialSet.of(neighbors, UmapOptions.DEFAULTS, Parallel.SERIAL);
    WeightedGraph graph = NeighborhoodGraph.of(fuzzy, UmapOptions.DEFAULTS).edges();
    double[][] radii = read("radii.csv");
    double[] found = LocalRadii.of(graph, neighbors);
    for (int i = 0; i < radii.length; i++) {
      assertEquals(radii[i][0], found[i], FLOAT, "radius of row " + i);
    }
  }

  @Test
  void targetIntersection() throws IOException {
    KnnGraph neighbors = neighbors(read("target-neighbors.csv"));
    int[] target = IntStream.range(0, neighbors.rows()).map(i -> i % 4 - 1).toArray();
    WeightedGraph fuzzy = FuzzySimplicialSet.of(neighbors, UmapOptions.DEFAULTS, Parallel.SERIAL);
    assertSameEdges(read("target-graph.csv"), TargetIntersection.of(fuzzy, target, 0.3));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.5, 0.8})
  void numericTarget(double weight) throws IOException {
    KnnGraph neighbors = neighbors(read("numeric-neighbors.csv"));
    double[] target =
        Arrays.stream(read("numeric-target.csv")).mapToDouble(row -> row[0]).toArray();
    WeightedGraph fuzzy = FuzzySimplicialSet.of(neighbors, UmapOptions.DEFAULTS, Parallel.SERIAL);
    assertSameEdges(
        read("numeric-" + weight + "-graph.csv"),
        NumericTarget.of(fuzzy, target, 10, weight, Parallel.SERIAL));
  }

  private static void assertSameEdges(double[][] edges, WeightedGraph graph) {
    int at = 0;
    for (int i = 0; i < graph.vertices(); i++) {
      for (int e = graph.offsets()[i]; e < graph.offsets()[i + 1]; e++) {
        int j = graph.targets()[e];
        if (j < i) {
          continue;
        }
        while (edges[at][2] < FLOAT && (edges[at][0] != i || edges[at][1] != j)) {
          at++; // so light that one of both may have lost it
        }
        if (graph.weights()[e] < FLOAT && (edges[at][0] != i || edges[at][1] != j)) {
          continue;
        }
        assertEquals(edges[at][0], i);
        assertEquals(edges[at][1], j);
        assertEquals(edges[at][2], graph.weights()[e], FLOAT, i + "–" + j);
        at++;
      }
    }
    while (at < edges.length && edges[at][2] < FLOAT) {
      at++;
    }
    assertEquals(edges.length, at);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/golden/umap/curve.csv", numLinesToSkip = 1)
  void distanceCurve(double minDist, double spread, double a, double b) {
    DistanceCurve curve = DistanceCurve.fit(minDist, spread);
    assertEquals(a, curve.a(), FITTED * a);
    assertEquals(b, curve.b(), FITTED * b);
  }
}
