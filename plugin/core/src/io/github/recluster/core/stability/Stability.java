// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.stability;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Labels;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.data.RowOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Clusters that do not hang on the seed, and what of them comes back.
 *
 * <p>In: a scaled table, n × d, finite. Out: consensus labels and a sureness for every row, a
 * verdict for every cluster, a line for every run. How: many layouts over one graph, and layouts of
 * four fifths of the rows, each clustered; then the consensus of the runs on all rows by
 * co-association. Rows are put into their canonical order at the door; the order of seeds does not
 * matter; the same bits at any number of threads.
 */
public final class Stability {
  /** Part of the work that is runs; the rest is the consensus. */
  private static final double RUNS_DONE = 0.97;

  private Stability() {}

  /**
   * Runs, agrees, judges.
   *
   * @param scaled finite numbers, a row a point; not written to
   * @throws java.util.concurrent.CancellationException if the user asked to stop
   */
  public static StabilityModel fit(Matrix scaled, StabilityOptions options, Parallel parallel) {
    RowOrder order = RowOrder.canonical(scaled.requireFinite());
    Matrix x = order.apply(scaled);
    double all = RUNS_DONE * options.seeds() / (options.seeds() + 1.5 * options.subsamples());
    Runs repeated = new Runs(x, options);
    int[][] runs = repeated.onAllRows(parallel.part(0, all));
    int[][] parts = repeated.onSubsamples(parallel.part(all, RUNS_DONE));
    parallel.progress().report(RUNS_DONE, "Finding the consensus");
    int minSize = options.hdbscan().minClusterSize();
    int[] labels = Consensus.of(runs, x.rows(), minSize, parallel.progress());
    parallel.progress().report(0.99, "Judging clusters");
    List<StabilityRun> lines = new ArrayList<>();
    Judge judge = new Judge(labels);
    for (int r = 0; r < runs.length; r++) {
      parallel.progress().checkCanceled();
      judge.add(runs[r], false);
      lines.add(line(options.firstSeed() + r, false, runs[r], labels));
    }
    for (int r = 0; r < parts.length; r++) {
      parallel.progress().checkCanceled();
      judge.add(parts[r], true);
      lines.add(line(options.firstSeed() + r, true, parts[r], labels));
    }
    return new StabilityModel(
        order.restore(labels),
        order.restore(judge.sureness()),
        judge.clusters(order.order()),
        lines,
        agreements(runs, parallel));
  }

  private static StabilityRun line(long seed, boolean subsample, int[] run, int[] consensus) {
    int[] ids = new int[run.length];
    int rows = 0;
    int noise = 0;
    for (int i = 0; i < run.length; i++) {
      if (run[i] != Runs.ABSENT) {
        ids[rows++] = i;
        noise += run[i] == Labels.NOISE ? 1 : 0;
      }
    }
    int[] seen = Arrays.copyOf(ids, rows);
    double agreement =
        AdjustedRand.of(
            Arrays.stream(seen).map(i -> run[i]).toArray(),
            Arrays.stream(seen).map(i -> consensus[i]).toArray());
    double share = rows == 0 ? 0 : (double) noise / rows;
    return new StabilityRun(seed, subsample, rows, Labels.count(run), share, agreement);
  }

  /** Adjusted Rand index of every pair of runs on all rows, ascending. */
  private static double[] agreements(int[][] runs, Parallel parallel) {
    int count = runs.length;
    double[] result = new double[count * (count - 1) / 2];
    parallel.forChunks(
        count,
        1,
        (from, to) -> {
          for (int j = 0; j < from; j++) {
            result[from * (from - 1) / 2 + j] = AdjustedRand.of(runs[from], runs[j]);
          }
        });
    Arrays.sort(result);
    return result;
  }
}
