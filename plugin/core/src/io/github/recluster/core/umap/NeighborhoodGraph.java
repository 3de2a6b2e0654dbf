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
  /** Up to here a layout takes 500 epochs; with more rows fewer, down to 200. */
  private static final int FEW_ROWS = 10_000;

  /** How many more epochs a layout takes in which densities count. */
  private static final int DENSITY = 200;

  static NeighborhoodGraph of(WeightedGraph fuzzy, UmapOptions options) {
    int more = options.densLambda() > 0 ? DENSITY : 0;
    int usual = epochs(fuzzy.vertices()) + more;
    int epochs = options.epochs() == 0 ? usual : options.epochs();
    float least = fuzzy.largestWeight() / (epochs > 10 ? epochs : usual);
    return new NeighborhoodGraph(fuzzy.heavier(least), epochs);
  }

  private static int epochs(int rows) {
    return 200 + 300 * FEW_ROWS / Math.max(rows, FEW_ROWS);
  }

  int rows() {
    return edges.vertices();
  }
}
