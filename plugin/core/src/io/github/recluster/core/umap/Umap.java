// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.FeatureTable;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.graph.WeightedGraph;
import io.github.recluster.core.neighbors.KnnGraph;
import io.github.recluster.core.neighbors.KnnSearch;
import io.github.recluster.core.neighbors.Metric;

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
    return fit(x, UmapGivens.NONE, options, parallel);
  }

  /** The same, with what the caller brings along. */
  public static UmapModel fit(Matrix x, UmapGivens givens, UmapOptions options, Parallel parallel) {
    return prepare(x, givens, options, parallel.part(0, 0.5))
        .fit(options.seed(), parallel.part(0.5, 1));
  }

  /**
   * Embeds the rows of a table of numbers and categories under {@link Metric#MIXED}.
   *
   * @param table without missing values
   */
  public static UmapModel fit(
      FeatureTable table, UmapGivens givens, UmapOptions options, Parallel parallel) {
    return prepare(table, givens, options, parallel.part(0, 0.5))
        .fit(options.seed(), parallel.part(0.5, 1));
  }

  /** All that does not hang on the layout's seed, for many layouts over one graph. */
  public static UmapGraph prepare(Matrix x, UmapOptions options, Parallel parallel) {
    return prepare(x, UmapGivens.NONE, options, parallel);
  }

  /** The same, with what the caller brings along: a target, neighbors, a start. */
  public static UmapGraph prepare(
      Matrix x, UmapGivens givens, UmapOptions options, Parallel parallel) {
    return prepare(x, null, givens, options, parallel);
  }

  /**
   * The same for a table of numbers and categories under {@link Metric#MIXED}.
   *
   * @param table without missing values
   */
  public static UmapGraph prepare(
      FeatureTable table, UmapGivens givens, UmapOptions options, Parallel parallel) {
    if (options.metric() != Metric.MIXED) {
      throw new IllegalArgumentException(
          "metric must be mixed for a table of categories, got " + options.metric().id());
    }
    FeatureCoding coding = FeatureCoding.of(table);
    return prepare(coding.apply(table), coding, givens, options, parallel);
  }

  private static UmapGraph prepare(
      Matrix x, FeatureCoding coding, UmapGivens givens, UmapOptions options, Parallel parallel) {
    parallel.progress().report(0, "Sorting rows");
    givens.check(x.requireModerate().rows(), options);
    TrainingRows rows = TrainingRows.of(x, coding, options);
    KnnGraph neighbors = neighbors(rows, givens, options, parallel.part(0.05, 0.7));
    parallel.progress().report(0.7, "Building the graph");
    WeightedGraph fuzzy = FuzzySimplicialSet.of(neighbors, options, parallel);
    if (givens.target() != null) {
      int[] target = rows.canonical(givens.target());
      fuzzy = TargetIntersection.of(fuzzy, target, options.targetWeight());
    } else if (givens.numbers() != null) {
      double[] numbers = rows.canonical(givens.numbers());
      double weight = options.targetWeight();
      fuzzy = NumericTarget.of(fuzzy, numbers, options.neighbors(), weight, parallel);
    }
    NeighborhoodGraph graph = NeighborhoodGraph.of(fuzzy, options);
    parallel.progress().report(0.8, "Starting the layout");
    double[] start =
        givens.start() != null
            ? givens.start().select(rows.order()).values()
            : LayoutStart.of(rows.points(), graph, options, parallel.part(0.8, 1));
    double[] radii = options.densLambda() > 0 ? LocalRadii.of(graph.edges(), neighbors) : null;
    return new UmapGraph(rows, graph, start, radii, options);
  }

  private static KnnGraph neighbors(
      TrainingRows rows, UmapGivens givens, UmapOptions options, Parallel parallel) {
    if (givens.neighbors() != null) {
      return rows.canonical(givens.neighbors());
    }
    int k = options.neighbors() - 1; // the row itself counts as one
    return KnnSearch.find(rows.points(), rows.rows(), rows.space(), k, options.seed(), parallel);
  }

  /** About how much memory a fit takes at its peak, in bytes, the table itself not counted. */
  public static long estimateBytes(long rows, int columns, UmapOptions options) {
    long neighbors = Math.min(options.neighbors(), rows);
    long edges = 2 * neighbors;
    long points = 2 * 4L * columns; // in canonical order, and in that of the neighbors' search
    long forest = 128; // coordinates and orders of its trees
    long layout = 16 * neighbors + 16 * edges + 100L * options.components();
    return rows * (points + forest + layout);
  }
}
