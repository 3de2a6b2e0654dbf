// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import io.github.recluster.core.graph.WeightedGraph;

/**
 * The graph that is laid out: edges too light to be due even once are gone.
 *
 * @param edges memberships
 * @param epochs of the layout
 */
record NeighborhoodGraph(WeightedGraph edges, int epochs) {
  private static final int FEW_ROWS = 10_000;

  static NeighborhoodGraph of(WeightedGraph fuzzy, UmapOptions options) {
    int usual = fuzzy.vertices() <= FEW_ROWS ? 500 : 200;
    int epochs = options.epochs() == 0 ? usual : options.epochs();
    float least = fuzzy.largestWeight() / (epochs > 10 ? epochs : usual);
    return new NeighborhoodGraph(fuzzy.heavier(least), epochs);
  }

  int rows() {
    return edges.vertices();
  }
}
