// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Progress;
import io.github.recluster.core.compute.Seeds;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SpectralEmbeddingTest {
  /** A strip of {@code length × width} vertices, each joined to those beside it. */
  private static WeightedGraph strip(int length, int width) {
    int n = length * width;
    int[] offsets = new int[n + 1];
    int[] targets = new int[4 * n];
    float[] weights = new float[4 * n];
    int end = 0;
    for (int v = 0; v < n; v++) {
      int[] around = {
        v - width, v % width > 0 ? v - 1 : -1, v % width < width - 1 ? v + 1 : -1, v + width
      };
      for (int u : around) {
        if (u >= 0 && u < n) {
          targets[end] = u;
          weights[end++] = 1 + Seeds.below(1, Math.min(u, v) * 7L + Math.max(u, v), 3);
        }
      }
      offsets[v + 1] = end;
    }
    return new WeightedGraph(offsets, Arrays.copyOf(targets, end), Arrays.copyOf(weights, end));
  }

  /** ‖A v − (v·A v) v‖, and v·A v in {@code value[0]}. */
  private static double residual(
      WeightedGraph graph, double[] block, int c, int j, double[] value) {
    Level level = Level.of(graph);
    int n = graph.vertices();
    double[] image = new double[n];
    double ritz = 0;
    for (int v = 0; v < n; v++) {
      for (int e = graph.offsets()[v]; e < graph.offsets()[v + 1]; e++) {
        int u = graph.targets()[e];
        image[v] +=
            graph.weights()[e] / Math.sqrt(level.degrees[v] * level.degrees[u]) * block[u * c + j];
      }
      ritz += image[v] * block[v * c + j];
    }
    value[0] = ritz;
    double square = 0;
    for (int v = 0; v < n; v++) {
      double t = image[v] - ritz * block[v * c + j];
      square += t * t;
    }
    return Math.sqrt(square);
  }

  @Test
  @Tag("law")
  void vectorsAreNearlyEigenvectors() {
    WeightedGraph graph = strip(300, 12);
    double[] block = SpectralEmbedding.of(graph, 2, 0, Parallel.SERIAL);
    double[] value = new double[1];
    for (int j = 0; j < 2; j++) {
      // the gap between the slowest eigenvalues here is about 1e-4
      assertTrue(
          residual(graph, block, 2, j, value) < 2e-4,
          "residual " + residual(graph, block, 2, j, value) + " at " + value[0]);
    }
    double[] degrees = Level.of(graph).degrees;
    for (int j = 0; j < 2; j++) {
      double trivial = 0;
      double largest = 0;
      for (int v = 0; v < graph.vertices(); v++) {
        double at = block[2 * v + j];
        trivial += Math.sqrt(degrees[v]) * at;
        largest = Math.abs(at) > Math.abs(largest) ? at : largest;
      }
      assertEquals(0, trivial, 1e-9);
      assertTrue(largest > 0, "sign of " + j);
      for (int i = 0; i <= j; i++) {
        double dot = 0;
        for (int v = 0; v < graph.vertices(); v++) {
          dot += block[2 * v + i] * block[2 * v + j];
        }
        assertEquals(i == j ? 1 : 0, dot, 1e-9);
      }
    }
  }

  @Test
  @Tag("law")
  void theSlowestVibrationRisesAlongAStrip() {
    WeightedGraph graph = strip(300, 12);
    double[] degrees = Level.of(graph).degrees;
    double[] block = SpectralEmbedding.of(graph, 1, 0, Parallel.SERIAL);
    double[] along = new double[300];
    for (int i = 0; i < 300; i++) {
      for (int j = 0; j < 12; j++) {
        int v = i * 12 + j;
        along[i] += block[v] / Math.sqrt(degrees[v]);
      }
    }
    double way = along[299] > along[0] ? 1 : -1;
    for (int i = 10; i < 290; i++) {
      assertTrue(way * (along[i + 10] - along[i]) > 0, "at " + i);
    }
  }

  @Test
  @Tag("same")
  void anyNumberOfThreadsGivesTheSameBits() {
    WeightedGraph graph = strip(900, 10);
    double[] alone = SpectralEmbedding.of(graph, 2, 0, Parallel.SERIAL);
    for (int threads : new int[] {2, 3, 8}) {
      Parallel parallel = new Parallel(threads, Progress.NONE);
      assertArrayEquals(alone, SpectralEmbedding.of(graph, 2, 0, parallel), 0.0);
    }
  }

  @Test
  @Tag("law")
  void jacobiDiagonalizes() {
    double[][] a = {{4, 1, 0.5}, {1, 3, -1}, {0.5, -1, 2}};
    double[][] left = {a[0].clone(), a[1].clone(), a[2].clone()};
    double[][] vectors = Jacobi.diagonalize(left);
    for (int j = 0; j < 3; j++) {
      for (int i = 0; i < 3; i++) {
        double image = 0;
        for (int t = 0; t < 3; t++) {
          image += a[i][t] * vectors[j][t];
        }
        assertEquals(left[j][j] * vectors[j][i], image, 1e-12);
      }
      assertTrue(j == 0 || left[j - 1][j - 1] >= left[j][j]);
    }
  }

  @Test
  @Tag("law")
  void aCoarserGraphHasAnEdgeForEachPairOfGroups() {
    // a square 0 1 2 3 with both diagonals but one, 4 hangs on 0
    WeightedGraph graph =
        new WeightedGraph(
            new int[] {0, 4, 6, 9, 11, 12},
            new int[] {1, 2, 3, 4, 0, 2, 0, 1, 3, 0, 2, 0},
            new float[] {9, 2, 1, 1, 9, 3, 2, 3, 8, 1, 8, 1});
    Level fine = Level.of(graph);
    assertArrayEquals(new double[] {13, 12, 13, 9, 1}, fine.degrees);
    Level coarse = fine.coarser();
    // per degree 0 is bound to 4 most; 1 to 2, per degree 3/13; 3 joins the group of 2, its
    // strongest
    assertArrayEquals(new int[] {0, 1, 1, 1, 0}, fine.groups);
    assertArrayEquals(new double[] {14, 34}, coarse.degrees);
    assertArrayEquals(new int[] {0, 1, 2}, coarse.graph.offsets());
    assertArrayEquals(new int[] {1, 0}, coarse.graph.targets());
    assertArrayEquals(new float[] {12, 12}, coarse.graph.weights());
  }

  @Test
  @Tag("law")
  void lightEdgesAreLeftOut() {
    WeightedGraph graph =
        new WeightedGraph(
            new int[] {0, 2, 3, 4}, new int[] {1, 2, 0, 0}, new float[] {0.5f, 0.25f, 0.5f, 0.25f});
    assertEquals(0.5f, graph.largestWeight());
    assertSame(graph, graph.heavier(0.25f));
    WeightedGraph heavy = graph.heavier(0.5f);
    assertArrayEquals(new int[] {0, 1, 2, 2}, heavy.offsets());
    assertArrayEquals(new int[] {1, 0}, heavy.targets());
    assertArrayEquals(new float[] {0.5f, 0.5f}, heavy.weights());
  }

  @Test
  @Tag("law")
  void componentsAreCountedByTheirFirstVertex() {
    WeightedGraph graph =
        new WeightedGraph(
            new int[] {0, 1, 2, 3, 3, 4}, new int[] {2, 4, 0, 1}, new float[] {1, 1, 1, 1});
    Components found = Components.of(graph);
    assertEquals(3, found.count());
    assertArrayEquals(new int[] {0, 1, 0, 2, 1}, found.of());
    assertArrayEquals(new int[] {1, 4}, found.members()[1]);
  }
}
