// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.graph.WeightedGraph;
import io.github.recluster.core.neighbors.KnnGraph;
import io.github.recluster.core.neighbors.Metric;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a fuzzy graph is laid out, and for how long. */
@Tag("law")
class NeighborhoodGraphTest {
  @ParameterizedTest(name = "{0} rows: {1} epochs")
  @CsvSource({
    "1, 500",
    "10000, 500",
    "10001, 499",
    "20000, 350",
    "100000, 230",
    "3000000, 201",
    "3000001, 200"
  })
  void epochsFallGradually(int rows, int epochs) {
    WeightedGraph fuzzy = new WeightedGraph(new int[rows + 1], new int[0], new float[0]);
    assertEquals(epochs, NeighborhoodGraph.of(fuzzy, UmapOptions.DEFAULTS).epochs());
  }

  @Test
  void edgesThatWouldNeverBeDueAreGone() {
    WeightedGraph fuzzy =
        new WeightedGraph(
            new int[] {0, 1, 3, 4}, new int[] {1, 0, 2, 1}, new float[] {1, 1, 0.04f, 0.04f});
    UmapOptions options = UmapOptions.DEFAULTS.withEpochs(20);
    assertEquals(2, NeighborhoodGraph.of(fuzzy, options).edges().targets().length);
    assertEquals(4, NeighborhoodGraph.of(fuzzy, options.withEpochs(25)).edges().targets().length);
  }

  @Test
  void densitiesTakeMoreEpochsAndVeryFewLoseNoEdge() {
    WeightedGraph fuzzy =
        new WeightedGraph(
            new int[] {0, 1, 3, 4}, new int[] {1, 0, 2, 1}, new float[] {1, 1, 0.04f, 0.04f});
    UmapOptions dense = UmapOptions.DEFAULTS.withDensLambda(2);
    assertEquals(700, NeighborhoodGraph.of(fuzzy, dense).epochs());
    UmapOptions few = UmapOptions.DEFAULTS.withEpochs(10);
    assertEquals(4, NeighborhoodGraph.of(fuzzy, few).edges().targets().length);
    assertEquals(10, NeighborhoodGraph.of(fuzzy, few).epochs());
  }

  @ParameterizedTest
  @CsvSource({"COSINE, 2", "CORRELATION, 2", "JACCARD, 1", "EUCLIDEAN, Infinity"})
  void rowsAtAMetricsEndAreNoNeighbors(Metric metric, float farthest) {
    float end = Math.min(farthest, 5);
    float[] distances = {0.1f, end / 2, 0.1f, end, end / 2, end};
    KnnGraph near = new KnnGraph(3, 2, new int[] {1, 2, 0, 2, 0, 1}, distances);
    WeightedGraph fuzzy =
        FuzzySimplicialSet.of(near, UmapOptions.DEFAULTS.withMetric(metric), Parallel.SERIAL);
    assertEquals(metric == Metric.EUCLIDEAN ? 6 : 4, fuzzy.targets().length);
  }

  @Test
  void aTargetOfFullWeightCutsClassesApart() {
    WeightedGraph fuzzy =
        new WeightedGraph(
            new int[] {0, 1, 3, 4}, new int[] {1, 0, 2, 1}, new float[] {1, 1, 0.5f, 0.5f});
    WeightedGraph cut = TargetIntersection.of(fuzzy, new int[] {0, 0, 1}, 1);
    assertArrayEquals(new int[] {0, 1, 2, 2}, cut.offsets());
    assertArrayEquals(new int[] {1, 0}, cut.targets());
  }
}
