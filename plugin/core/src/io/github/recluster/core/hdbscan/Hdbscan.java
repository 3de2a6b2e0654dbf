// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Progress;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.data.RowOrder;
import io.github.recluster.core.neighbors.Metric;

/**
 * Finds clusters of any shape and density, and the rows that belong to none.
 *
 * <p>In: a table, n × d, finite. Out: a model. How: core distances → minimum spanning tree of
 * mutual reachability → single linkage tree → condensed tree → stability → selection → labels;
 * exact; about O(n log n) for the euclidean metric in few dimensions, O(n²) for other metrics. Rows
 * are put into their canonical order at the door: shuffled rows give the same clusters, shuffled.
 *
 * <p>Ref: Campello, Moulavi, Sander: Density-based clustering based on hierarchical density
 * estimates (PAKDD 2013). Differs: Python's hdbscan takes an approximate spanning tree by default,
 * and numbers clusters by their place in the tree.
 */
public final class Hdbscan {
  private Hdbscan() {}

  /**
   * Clusters the rows of a table.
   *
   * @param x finite numbers, a row a point; not written to
   * @throws IllegalArgumentException if a number is not finite
   * @throws java.util.concurrent.CancellationException if the user asked to stop
   */
  public static HdbscanModel fit(Matrix x, HdbscanOptions options, Parallel parallel) {
    x.requireFinite();
    parallel.progress().report(0, "Ordering rows");
    Ordered ordered = new Ordered(x);
    boolean euclidean = options.metric() == Metric.EUCLIDEAN;
    parallel.forChunks(
        euclidean ? 2 : 1,
        1,
        (task, end) -> {
          if (task == 0) {
            ordered.order(parallel.progress());
          } else {
            ordered.tree = KdTree.of(x, parallel.progress());
          }
        });
    parallel.progress().report(0.1, "Measuring density");
    double[] core = new double[x.rows()];
    SpanningTree edges =
        euclidean
            ? fast(ordered, core, options, parallel)
            : plain(ordered, core, options, parallel);
    ordered.tree = null; // no longer needed
    parallel.progress().report(0.9, "Building the cluster tree");
    SingleLinkageTree tree = SingleLinkage.of(x.rows(), edges, parallel.progress());
    HdbscanModel model =
        HdbscanModel.of(ordered.rows, ordered.order.order(), core, tree, options, parallel);
    parallel.progress().report(1, "Clustered");
    return model;
  }

  /** A table in two orders, made side by side: the canonical one, and that of a tree of boxes. */
  private static final class Ordered {
    private final Matrix x;
    private RowOrder order;
    private Matrix rows;
    private int[] place; // of each row of the table in canonical order
    private KdTree tree;

    Ordered(Matrix x) {
      this.x = x;
    }

    void order(Progress progress) {
      order = RowOrder.canonical(x, progress);
      rows = order.apply(x);
      place = new int[x.rows()];
      for (int i = 0; i < place.length; i++) {
        place[order.order()[i]] = i;
      }
    }
  }

  /**
   * About how much memory {@link #fit} needs for a table, in bytes.
   *
   * @param rows number of rows
   * @param columns number of columns
   */
  public static long memoryNeeded(long rows, int columns, HdbscanOptions options) {
    long neighbors = 4L * Math.min(16, options.minSamples());
    return rows * (24L * columns + neighbors + 160);
  }

  private static SpanningTree fast(
      Ordered table, double[] core, HdbscanOptions options, Parallel parallel) {
    KdTree tree = table.tree;
    double squaredDiameter = tree.nodes == 0 ? 0 : diameter(tree);
    if (!(squaredDiameter < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "values must be less than 1e153 apart for the euclidean metric, got more");
    }
    CoreDistances cores = CoreDistances.of(tree, options.minSamples(), parallel.part(0.1, 0.4));
    SpanningTree slots =
        MutualReachabilityMst.of(tree, cores, options.alpha(), parallel.part(0.4, 0.9));
    int[] row = new int[tree.n]; // of each slot, in canonical order
    for (int i = 0; i < row.length; i++) {
      row[i] = table.place[tree.order[i]];
      core[row[i]] = Math.sqrt(cores.squared()[i]);
    }
    for (int e = 0; e < slots.from().length; e++) {
      slots.from()[e] = row[slots.from()[e]];
      slots.to()[e] = row[slots.to()[e]];
    }
    return slots;
  }

  private static double diameter(KdTree tree) {
    double sum = 0;
    for (int c = 0; c < tree.d; c++) {
      double width = tree.box[tree.d + c] - tree.box[c];
      sum += width * width;
    }
    return sum;
  }

  private static SpanningTree plain(
      Ordered table, double[] core, HdbscanOptions options, Parallel parallel) {
    Matrix rows = table.rows;
    double[] measured =
        BruteForce.coreDistances(
            rows, options.minSamples(), options.metric(), parallel.part(0.1, 0.5));
    System.arraycopy(measured, 0, core, 0, core.length);
    return BruteForce.spanningTree(
        rows, core, options.alpha(), options.metric(), parallel.part(0.5, 0.9));
  }
}
