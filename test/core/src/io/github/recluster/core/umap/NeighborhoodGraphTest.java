// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.recluster.core.graph.WeightedGraph;
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
}
