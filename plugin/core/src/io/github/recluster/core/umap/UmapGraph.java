// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.graph.WeightedGraph;
import java.util.Arrays;

/**
 * Neighbors, graph and start of a table, ready to be laid out with as many seeds as one likes.
 *
 * <p>A layout with the seed of the options is what {@link Umap#fit} gives.
 */
public final class UmapGraph {
  private final TrainingRows rows;
  private final NeighborhoodGraph graph;
  private final double[] start;

  /** Local radii of the rows; null where densities do not count. */
  private final double[] radii;

  private final UmapOptions options;

  UmapGraph(
      TrainingRows rows,
      NeighborhoodGraph graph,
      double[] start,
      double[] radii,
      UmapOptions options) {
    this.rows = rows;
    this.graph = graph;
    this.start = start;
    this.radii = radii;
    this.options = options;
  }

  /**
   * The embedding that a seed gives, n × components, in the order of the table's rows. Rows without
   * any neighbor nearer than the metric's largest distance have NaN for a place.
   */
  public Matrix layout(long seed, Parallel parallel) {
    return fit(seed, parallel).embedding();
  }

  /** How strongly rows are bound to their neighbors: the fuzzy graph that is laid out. */
  public WeightedGraph neighborhoods() {
    return graph.edges();
  }

  /** The model that a seed gives. */
  public UmapModel fit(long seed, Parallel parallel) {
    int c = options.components();
    float[] places = LayoutStart.places(start, graph.rows(), c, Seeds.stream(seed, 0));
    DensityTerm density = radii == null ? null : new DensityTerm(graph.edges(), radii, options);
    new LayoutOptimizer(graph.edges(), options, graph.epochs(), density)
        .run(places, Seeds.stream(seed, 1), parallel);
    int[] offsets = graph.edges().offsets();
    for (int v = 0; v < graph.rows() && graph.rows() > 1; v++) {
      if (offsets[v] == offsets[v + 1]) {
        Arrays.fill(places, v * c, v * c + c, Float.NaN);
      }
    }
    return new UmapModel(options.withSeed(seed), rows, places);
  }
}
