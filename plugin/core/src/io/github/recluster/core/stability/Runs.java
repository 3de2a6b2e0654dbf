// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.stability;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.data.Labels;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.graph.WeightedGraph;
import io.github.recluster.core.hdbscan.Hdbscan;
import io.github.recluster.core.hdbscan.HdbscanOptions;
import io.github.recluster.core.neighbors.KnnGraph;
import io.github.recluster.core.umap.Umap;
import io.github.recluster.core.umap.UmapGivens;
import io.github.recluster.core.umap.UmapGraph;
import io.github.recluster.core.umap.UmapOptions;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Embeds and clusters many times: on all rows over one graph, and on parts of the rows.
 *
 * <p>In: rows in canonical order. Out: labels, run × row. How: neighbors, graph and start are
 * computed once for all seeds; then a worker takes a run at a time, so that the number of threads
 * changes nothing.
 */
final class Runs {
  /** The label of a row that a run did not see. */
  static final int ABSENT = -2;

  /**
   * A subsample leaves out every second row: what made a cluster in noise by accident is then gone,
   * and what is there is still there. With four fifths of the rows such accidents came back.
   */
  private static final int LEFT_OUT = 2;

  /** Searches for the neighbors that the consensus rests on; a comparison needs one alone. */
  private static final int SEARCHES = 3;

  private static final long SUBSAMPLE_STREAM = 0x5ab5;

  private final Matrix x;
  private final StabilityOptions options;
  private Matrix places;
  private WeightedGraph neighborhoods;
  private int[][][] otherSizes;

  Runs(Matrix x, StabilityOptions options) {
    this.x = x;
    this.options = options;
  }

  /**
   * Labels of the runs on all rows; the first of them, as many as the sweep wants, are clustered
   * with its sizes too.
   */
  int[][] onAllRows(int[] sizes, Parallel parallel) {
    otherSizes = new int[sizes.length][options.sweep()][];
    UmapGraph graph = graph(options.umap(), SEARCHES, parallel.part(0, 0.2));
    neighborhoods = graph.neighborhoods();
    return repeat(
        options.seeds(),
        "Clustering with seed",
        parallel.part(0.2, 1),
        (run, worker) -> {
          Matrix layout = graph.layout(options.firstSeed() + run, worker);
          if (run == 0) {
            places = layout;
          }
          if (run < options.sweep()) {
            cluster(layout, sizes, otherSizes, run, worker);
          }
          return labels(layout, options.hdbscan(), worker);
        });
  }

  /** Labels of the runs with the neighbors asked for: smallest cluster × run × row. */
  int[][][] withOtherSizes() {
    return otherSizes;
  }

  /** The first seed's layout, once {@link #onAllRows} has run. */
  Matrix places() {
    return places;
  }

  /** The graph that all seeds share, once {@link #onAllRows} has run. */
  WeightedGraph neighborhoods() {
    return neighborhoods;
  }

  /** Labels of runs with other parameters: smallest cluster × run × row. */
  int[][][] withOther(int neighbors, int[] minClusterSizes, Parallel parallel) {
    UmapGraph graph = graph(options.umap().withNeighbors(neighbors), 1, parallel.part(0, 0.2));
    int[][][] labels = new int[minClusterSizes.length][options.sweep()][];
    repeat(
        options.sweep(),
        "Clustering with " + neighbors + " neighbors and seed",
        parallel.part(0.2, 1),
        (run, worker) -> {
          Matrix layout = graph.layout(options.firstSeed() + run, worker);
          cluster(layout, minClusterSizes, labels, run, worker);
          return labels[0][run];
        });
    return labels;
  }

  private void cluster(Matrix layout, int[] sizes, int[][][] labels, int run, Parallel worker) {
    for (int s = 0; s < sizes.length; s++) {
      labels[s][run] = labels(layout, options.hdbscan().withMinClusterSize(sizes[s]), worker);
    }
  }

  private UmapGraph graph(UmapOptions umap, int searches, Parallel parallel) {
    UmapOptions seeded = umap.withSeed(options.firstSeed());
    KnnGraph neighbors = SharedNeighbors.of(x, seeded, searches, parallel.part(0, 0.7));
    return Umap.prepare(x, UmapGivens.NONE.withNeighbors(neighbors), seeded, parallel.part(0.7, 1));
  }

  /** Labels of the runs on half of the rows. */
  int[][] onSubsamples(Parallel parallel) {
    return repeat(
        options.subsamples(),
        "Clustering subsample",
        parallel,
        (run, worker) -> {
          long seed = options.firstSeed() + run;
          int[] ids = subsample(x.rows(), Seeds.stream(seed, SUBSAMPLE_STREAM));
          UmapGraph graph = Umap.prepare(x.select(ids), options.umap().withSeed(seed), worker);
          int[] seen = labels(graph.layout(seed, worker), fewerRows(options.hdbscan()), worker);
          int[] labels = new int[x.rows()];
          Arrays.fill(labels, ABSENT);
          for (int i = 0; i < ids.length; i++) {
            labels[ids[i]] = seen[i];
          }
          return labels;
        });
  }

  private interface Run {
    int[] labels(int run, Parallel worker);
  }

  private static int[][] repeat(int runs, String what, Parallel parallel, Run one) {
    int[][] labels = new int[runs][];
    Parallel worker = new Parallel(1, parallel.progress().silent());
    AtomicInteger done = new AtomicInteger();
    parallel.forChunks(
        runs,
        1,
        (from, to) -> {
          labels[from] = one.labels(from, worker);
          int d = done.incrementAndGet();
          parallel.progress().report((double) d / runs, what + " " + d + " of " + runs);
        });
    return labels;
  }

  private static int[] labels(Matrix places, HdbscanOptions hdbscan, Parallel worker) {
    int rows = places.rows();
    int[] ids = new int[rows];
    int placed = 0;
    for (int i = 0; i < rows; i++) {
      if (Double.isFinite(places.get(i, 0))) { // a row without neighbors has no place
        ids[placed++] = i;
      }
    }
    int[] found = Hdbscan.fit(places.select(Arrays.copyOf(ids, placed)), hdbscan, worker).labels();
    int[] labels = new int[rows];
    Arrays.fill(labels, Labels.NOISE);
    for (int i = 0; i < placed; i++) {
      labels[ids[i]] = found[i];
    }
    return labels;
  }

  /** The smallest cluster keeps its share of the rows. */
  static HdbscanOptions fewerRows(HdbscanOptions hdbscan) {
    int size = hdbscan.minClusterSize();
    return hdbscan.withMinClusterSize(Math.max(2, size - size / LEFT_OUT));
  }

  /** Half of the row ids, drawn without replacement, ascending. */
  static int[] subsample(int rows, long seed) {
    int[] ids = new int[rows];
    Arrays.setAll(ids, i -> i);
    int kept = rows - rows / LEFT_OUT;
    for (int i = 0; i < kept; i++) {
      int j = i + Seeds.below(seed, i, rows - i);
      int swap = ids[i];
      ids[i] = ids[j];
      ids[j] = swap;
    }
    int[] sample = Arrays.copyOf(ids, kept);
    Arrays.sort(sample);
    return sample;
  }
}
