// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.stability;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Labels;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.data.RowOrder;
import io.github.recluster.core.stability.StabilityRun.Kind;
import io.github.recluster.core.umap.Umap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Clusters that do not hang on the seed, and what of them comes back.
 *
 * <p>In: a scaled table, n × d, finite. Out: consensus labels and a sureness for every row, a
 * verdict for every cluster, a line for every run, how steady neighboring parameters are. How: many
 * layouts over one graph, layouts of halves of the rows, and with other parameters, each clustered;
 * then the consensus of the runs on all rows by co-association. Rows are put into their canonical
 * order at the door; the order of seeds does not matter; the same bits at any number of threads.
 */
public final class Stability {
  /** Part of the work that is runs; the rest is the consensus. */
  private static final double RUNS_DONE = 0.97;

  /** A subsample needs a graph of its own, other parameters share one among fewer seeds. */
  private static final double GRAPH_TOO = 1.5;

  private static final int SWEPT_GRAPHS = 2;
  private static final int SWEPT_SETTINGS = 9;

  private Stability() {}

  /**
   * Runs, agrees, judges the consensus.
   *
   * @param scaled finite numbers, a row a point; not written to
   * @throws java.util.concurrent.CancellationException if the user asked to stop
   */
  public static StabilityModel fit(Matrix scaled, StabilityOptions options, Parallel parallel) {
    return fit(scaled, new int[0], options, parallel);
  }

  /**
   * Runs, agrees, judges the consensus and clusters that were found elsewhere.
   *
   * @param scaled finite numbers, a row a point; not written to
   * @param given a cluster for each row to be judged too, 0, 1, 2 … without a gap, or noise; none
   *     at all if only the consensus shall be judged
   * @throws java.util.concurrent.CancellationException if the user asked to stop
   */
  public static StabilityModel fit(
      Matrix scaled, int[] given, StabilityOptions options, Parallel parallel) {
    if (given.length != 0 && given.length != scaled.rows()) {
      throw new IllegalArgumentException(
          "given must be a cluster a row = " + scaled.rows() + ", got " + given.length);
    }
    RowOrder order = RowOrder.canonical(scaled.requireModerate());
    Runs repeated = new Runs(order.apply(scaled), options);
    double swept = SWEPT_GRAPHS * options.sweep();
    double all = options.seeds() + GRAPH_TOO * (options.subsamples() + swept);
    double seeds = RUNS_DONE * options.seeds() / all;
    double parts = seeds + RUNS_DONE * GRAPH_TOO * options.subsamples() / all;
    int[][] runs = repeated.onAllRows(Sweep.sizes(options), parallel.part(0, seeds));
    int[][] subsamples = repeated.onSubsamples(parallel.part(seeds, parts));
    List<Sweep.Setting> sweep = Sweep.of(repeated, options, parallel.part(parts, RUNS_DONE));
    parallel.progress().report(RUNS_DONE, "Finding the consensus");
    int minSize = options.hdbscan().minClusterSize();
    int[] labels = Consensus.of(runs, repeated.neighborhoods(), minSize, parallel.progress());
    parallel.progress().report(0.99, "Judging clusters");
    Judge judge = judged(labels, runs, subsamples, parallel);
    return new StabilityModel(
        options,
        order.restore(labels),
        order.restore(judge.sureness()),
        judge.clusters(order.order()),
        given.length == 0
            ? List.of()
            : judged(canonical(given, order), runs, subsamples, parallel).clusters(order.order()),
        lines(labels, runs, subsamples, sweep, options),
        sweep.stream().map(setting -> setting.judged(parallel)).toList(),
        Agreement.of(runs, parallel),
        Togetherness.of(labels, runs),
        judge.jaccards(),
        order.restore(repeated.places()));
  }

  /** About how much memory a fit takes at its peak, in bytes, the table itself not counted. */
  public static long estimateBytes(long rows, int columns, StabilityOptions options, int threads) {
    long runs = options.seeds() + options.subsamples() + (long) SWEPT_SETTINGS * options.sweep();
    long clustering = 250; // of a row, in HDBSCAN
    long side = Umap.estimateBytes(rows, columns, options.umap()) + clustering * rows;
    return side * (threads + 1) + 4 * rows * runs + 8L * Consensus.LINKED * Consensus.LINKED / 2;
  }

  private static Judge judged(int[] labels, int[][] runs, int[][] subsamples, Parallel parallel) {
    Judge judge = new Judge(labels);
    for (int[] run : runs) {
      parallel.progress().checkCanceled();
      judge.add(run, false);
    }
    for (int[] run : subsamples) {
      parallel.progress().checkCanceled();
      judge.add(run, true);
    }
    return judge;
  }

  private static int[] canonical(int[] given, RowOrder order) {
    return Arrays.stream(order.order()).map(i -> given[i]).toArray();
  }

  private static List<StabilityRun> lines(
      int[] labels,
      int[][] runs,
      int[][] subsamples,
      List<Sweep.Setting> sweep,
      StabilityOptions options) {
    int neighbors = options.umap().neighbors();
    int size = options.hdbscan().minClusterSize();
    List<StabilityRun> lines = new ArrayList<>();
    for (int r = 0; r < runs.length; r++) {
      long seed = options.firstSeed() + r;
      lines.add(line(Kind.SEED, seed, neighbors, size, runs[r], labels));
    }
    for (int r = 0; r < subsamples.length; r++) {
      long seed = options.firstSeed() + r;
      int fewer = Runs.fewerRows(options.hdbscan()).minClusterSize();
      lines.add(line(Kind.SUBSAMPLE, seed, neighbors, fewer, subsamples[r], labels));
    }
    for (Sweep.Setting setting : sweep) {
      boolean asked = setting.neighbors() == neighbors && setting.minClusterSize() == size;
      for (int r = 0; r < setting.runs().length && !asked; r++) { // the asked ones stand above
        lines.add(
            line(
                Kind.PARAMETERS,
                options.firstSeed() + r,
                setting.neighbors(),
                setting.minClusterSize(),
                setting.runs()[r],
                labels));
      }
    }
    return lines;
  }

  private static StabilityRun line(
      Kind kind, long seed, int neighbors, int minClusterSize, int[] run, int[] consensus) {
    int[] seen = IntStream.range(0, run.length).filter(i -> run[i] != Runs.ABSENT).toArray();
    int[] found = Arrays.stream(seen).map(i -> run[i]).toArray();
    int[] agreed = Arrays.stream(seen).map(i -> consensus[i]).toArray();
    long noise = Arrays.stream(found).filter(label -> label == Labels.NOISE).count();
    return new StabilityRun(
        kind,
        seed,
        seen.length,
        neighbors,
        minClusterSize,
        Labels.count(found),
        seen.length == 0 ? 0 : (double) noise / seen.length,
        AdjustedRand.of(found, agreed));
  }
}
