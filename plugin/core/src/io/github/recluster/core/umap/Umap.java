// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.neighbors.KnnGraph;
import io.github.recluster.core.neighbors.KnnSearch;

/**
 * Uniform manifold approximation and projection: the table of contents.
 *
 * <p>In: a table of finite numbers, n × d. Out: places in the plane (or of any number of
 * components), n × c, and a model that places new rows. How: nearest neighbors, their graph of
 * memberships, a start, a layout; O(n log n) in practice. The same table and seed give the same
 * bits at any number of threads, and shuffled rows the same places, shuffled. Ref: McInnes, Healy,
 * Melville: UMAP (arXiv 1802.03426).
 */
public final class Umap {
  private Umap() {}

  /**
   * Embeds the rows of {@code x}.
   *
   * @param x finite numbers, n × d; every n is allowed, also 0
   */
  public static UmapModel fit(Matrix x, UmapOptions options, Parallel parallel) {
    return prepare(x, options, parallel.part(0, 0.5)).fit(options.seed(), parallel.part(0.5, 1));
  }

  /** All that does not hang on the layout's seed, for many layouts over one graph. */
  public static UmapGraph prepare(Matrix x, UmapOptions options, Parallel parallel) {
    parallel.progress().report(0, "Sorting rows");
    x.requireFinite();
    TrainingRows rows = TrainingRows.of(x, options);
    KnnGraph neighbors =
        KnnSearch.find(
            rows.points(),
            rows.rows(),
            rows.space(),
            options.neighbors() - 1,
            options.seed(),
            parallel.part(0.05, 0.7));
    parallel.progress().report(0.7, "Building the graph");
    NeighborhoodGraph graph =
        NeighborhoodGraph.of(FuzzySimplicialSet.of(neighbors, options, parallel), options);
    parallel.progress().report(0.8, "Starting the layout");
    double[] start = LayoutStart.of(rows.points(), graph, options, parallel.part(0.8, 1));
    return new UmapGraph(rows, graph, start, options);
  }

  /** About how much memory a fit takes at its peak, in bytes, the table itself not counted. */
  public static long estimateBytes(long rows, int columns, UmapOptions options) {
    long edges = 2L * options.neighbors();
    long row = 4L * columns + 16L * options.neighbors() + 16 * edges + 100L * options.components();
    return rows * row;
  }
}
