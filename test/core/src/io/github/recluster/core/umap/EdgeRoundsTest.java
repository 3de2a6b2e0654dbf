// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.graph.WeightedGraph;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The law that makes the layout safe for threads: within a round no two cells share a vertex. */
class EdgeRoundsTest {
  @ParameterizedTest
  @Tag("law")
  @ValueSource(ints = {0, 1, 50, 5000})
  void cellsOfARoundShareNoVertexAndEveryEdgeComesOnce(int n) {
    WeightedGraph graph = graph(n);
    EdgeRounds edges = new EdgeRounds(graph);
    assertEquals(n >= 4096, edges.blocks > 1, "blocks");
    Set<Long> seen = new HashSet<>();
    for (int round = 0; round < edges.blocks; round++) {
      int[] owner = new int[n];
      for (int cell = 0; cell < edges.blocks; cell++) {
        for (int e = edges.first(round, cell); e < edges.first(round, cell + 1); e++) {
          for (int seat : new int[] {edges.heads[e], edges.tails[e]}) {
            assertTrue(owner[seat] == 0 || owner[seat] == cell + 1, "a vertex in two cells");
            owner[seat] = cell + 1;
          }
          assertTrue(seen.add(edges.heads[e] * (long) n + edges.tails[e]), "an edge twice");
        }
      }
    }
    assertEquals(graph.targets().length / 2, seen.size());
    for (int v = 0; v < n; v++) {
      for (int e = graph.offsets()[v]; e < graph.offsets()[v + 1]; e++) {
        int w = graph.targets()[e];
        if (v < w) {
          assertTrue(seen.contains(edges.seats[v] * (long) n + edges.seats[w]), "an edge lost");
        }
      }
    }
  }

  private static WeightedGraph graph(int n) {
    TreeSet<Long> ends = new TreeSet<>();
    for (int i = 0; n > 1 && i < 4 * n; i++) {
      long v = Seeds.below(1, i, n);
      long w = Seeds.below(2, i, n);
      if (v != w) {
        ends.add(v * n + w);
        ends.add(w * n + v);
      }
    }
    int[] offsets = new int[n + 1];
    int[] targets = new int[ends.size()];
    float[] weights = new float[ends.size()];
    int at = 0;
    for (long end : ends) {
      offsets[(int) (end / n) + 1]++;
      targets[at] = (int) (end % n);
      weights[at++] = 0.5f;
    }
    for (int v = 0; v < n; v++) {
      offsets[v + 1] += offsets[v];
    }
    return new WeightedGraph(offsets, targets, weights);
  }
}
