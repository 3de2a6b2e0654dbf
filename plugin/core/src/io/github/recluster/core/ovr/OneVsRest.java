// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.ovr;

import io.github.recluster.core.boosting.BinaryBooster;
import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.data.FeatureTable;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.data.RowOrder;
import io.github.recluster.core.trees.TreeEnsemble;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Trains one classifier a cluster, each telling the cluster's rows from all others.
 *
 * <p><b>In</b>: a table of {@code n} rows and their clusters ({@code null} or {@code Noise} = in no
 * cluster); optionally a weight a row. <b>Out</b>: a {@link OneVsRestModel}. <b>How</b>: rows into
 * their canonical order; clusters of too few rows are skipped, but their rows, as noise, are among
 * the rest for the others; all classifiers of one training share one matrix. The classifiers that
 * are kept learn from <i>all</i> rows; the held-out and the out-of-fold report come from
 * classifiers trained in the same way without the rows that judge them. With {@code f} folds that
 * makes {@code f + 2} trainings of {@code K} classifiers.
 *
 * <p><b>Differs</b> from the usual script: balancing really acts ({@code scale_pos_weight}), and
 * reports are also out of fold, since a small cluster leaves one or two rows in a held-out share.
 */
public final class OneVsRest {
  private final OneVsRestOptions options;
  private final Parallel parallel;
  private final Matrix x;
  private final int[] codes;
  private final Targets targets;
  private final List<String> labels;

  private OneVsRest(
      OneVsRestOptions options,
      Parallel parallel,
      Matrix x,
      int[] codes,
      Targets targets,
      List<String> labels) {
    this.options = options;
    this.parallel = parallel;
    this.x = x;
    this.codes = codes;
    this.targets = targets;
    this.labels = labels;
  }

  /**
   * Trains on rows that all count the same.
   *
   * @param clusters each row's cluster; {@code null} or {@code Noise} = in none
   * @throws IllegalArgumentException if no cluster can be told from others
   */
  public static OneVsRestModel fit(
      FeatureTable table,
      String[] clusters,
      OneVsRestOptions options,
      BinaryBooster booster,
      Parallel parallel) {
    return fit(table, clusters, new double[0], options, booster, parallel);
  }

  /**
   * Trains on rows of different weights.
   *
   * @param clusters each row's cluster; {@code null} or {@code Noise} = in none
   * @param weights how much each row counts in training; empty if all count the same
   * @throws IllegalArgumentException if no cluster can be told from others
   */
  public static OneVsRestModel fit(
      FeatureTable table,
      String[] clusters,
      double[] weights,
      OneVsRestOptions options,
      BinaryBooster booster,
      Parallel parallel) {
    check(table, clusters, weights);
    FeatureCoding coding = FeatureCoding.fit(table);
    Matrix encoded = coding.encode(table);
    ClusterNames names = ClusterNames.of(clusters);
    List<SkippedCluster> skipped = new ArrayList<>();
    int[] trained = choose(names, options, skipped);
    int[] order = canonicalOrder(encoded, names.codes(), weights);
    Matrix x = encoded.select(order);
    int[] codes = Arrays.stream(order).map(i -> names.codes()[i]).toArray();
    double[] w =
        weights.length == 0 ? weights : Arrays.stream(order).mapToDouble(i -> weights[i]).toArray();
    List<String> labels = Arrays.stream(trained).mapToObj(names.names()::get).toList();
    Targets targets = new Targets(x, w, codes, trained, options, booster);
    return new OneVsRest(options, parallel, x, codes, targets, labels).fit(coding, skipped);
  }

  private static void check(FeatureTable table, String[] clusters, double[] weights) {
    if (clusters.length != table.rows()) {
      throw new IllegalArgumentException(
          "clusters must be one a row, " + table.rows() + ", got " + clusters.length);
    }
    if (weights.length != 0 && weights.length != table.rows()) {
      throw new IllegalArgumentException(
          "weights must be one a row, " + table.rows() + ", got " + weights.length);
    }
    if (table.columns() == 0) {
      throw new IllegalArgumentException("features must be at least one, got none");
    }
    for (double weight : weights) {
      if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("weights must be finite and at least 0, got " + weight);
      }
    }
    if (weights.length > 0 && Arrays.stream(weights).allMatch(weight -> weight == 0)) {
      throw new IllegalArgumentException("weights must be above 0 in some row, got 0 in all");
    }
  }

  /** The places of the clusters that get a classifier. */
  private static int[] choose(
      ClusterNames names, OneVsRestOptions options, List<SkippedCluster> skipped) {
    int[] sizes = names.sizes();
    List<Integer> chosen = new ArrayList<>();
    for (int c = 0; c < sizes.length; c++) {
      String name = names.names().get(c);
      if (sizes[c] == names.codes().length) {
        skipped.add(new SkippedCluster(name, sizes[c], "There are no other rows to tell it from."));
      } else if (sizes[c] < options.minRows() && !options.always().contains(name)) {
        skipped.add(
            new SkippedCluster(
                name, sizes[c], "It has fewer than " + options.minRows() + " rows."));
      } else {
        chosen.add(c);
      }
    }
    if (chosen.isEmpty()) {
      throw new IllegalArgumentException(
          "clusters must include one of at least "
              + options.minRows()
              + " rows beside other rows, got "
              + (sizes.length == 0 ? "none" : largest(names)));
    }
    return chosen.stream().mapToInt(Integer::intValue).toArray();
  }

  /** A few clusters with their sizes, the largest first. */
  private static String largest(ClusterNames names) {
    int[] sizes = names.sizes();
    return IntStream.range(0, sizes.length)
            .boxed()
            .sorted(Comparator.comparingInt(c -> -sizes[c]))
            .limit(3)
            .map(c -> names.names().get(c) + " of " + sizes[c])
            .collect(Collectors.joining(", "))
        + (sizes.length > 3 ? " and " + (sizes.length - 3) + " smaller ones" : "");
  }

  /** By contents; among equal rows by cluster, then by weight. */
  private static int[] canonicalOrder(Matrix x, int[] codes, double[] weights) {
    int d = x.columns();
    double[] values = new double[Math.multiplyExact(x.rows(), d + 2)];
    for (int i = 0; i < x.rows(); i++) {
      System.arraycopy(x.values(), i * d, values, i * (d + 2), d);
      values[i * (d + 2) + d] = codes[i];
      values[i * (d + 2) + d + 1] = weights.length == 0 ? 1 : weights[i];
    }
    return RowOrder.canonical(Matrix.of(x.rows(), d + 2, values)).order();
  }

  private OneVsRestModel fit(FeatureCoding coding, List<SkippedCluster> skipped) {
    int trainings = 1 + (options.heldOutShare() > 0 ? 1 : 0) + options.folds();
    int[] all = IntStream.range(0, x.rows()).toArray();
    double step = 0.95 / trainings;
    List<TreeEnsemble> kept = targets.train(all, parallel.part(0, step));
    List<ClassificationReport.Row> rows = new ArrayList<>();
    Optional<Confusion> confusion = Optional.empty();
    List<CalibrationBin> calibration = List.of();
    List<TreeEnsemble> judged = kept;
    int[] judging = all;
    double done = step;
    if (options.heldOutShare() > 0) {
      boolean[] held = Splits.heldOut(codes, options.heldOutShare(), stream(1));
      judging = IntStream.range(0, held.length).filter(i -> held[i]).toArray();
      int[] rest = IntStream.range(0, held.length).filter(i -> !held[i]).toArray();
      judged = targets.train(rest, parallel.part(done, done + step));
      done += step;
      float[][] margins = Targets.margins(judged, x.select(judging), parallel);
      rows.addAll(report(judging, margins, ClassificationReport.Split.HELD_OUT));
      confusion = Optional.of(confusion(judging, margins));
      calibration = calibration(judging, margins);
    }
    if (options.folds() > 0) {
      float[][] margins = outOfFold(parallel.part(done, done + step * options.folds()));
      rows.addAll(report(all, margins, ClassificationReport.Split.OUT_OF_FOLD));
      confusion = Optional.of(confusion(all, margins));
      calibration = calibration(all, margins);
    }
    if (judging.length == 0) { // too few rows to hold one back
      judging = all;
      judged = kept;
    }
    List<FeatureImportance> importance =
        new ImportanceTable(labels, coding.names(), options, parallel.part(0.95, 1))
            .of(kept, judged, x.select(judging), positives(judging));
    return new OneVsRestModel(
        labels,
        coding,
        kept,
        new Judgement(new ClassificationReport(rows), importance, confusion, calibration, skipped),
        background());
  }

  private long stream(int purpose) {
    return Seeds.stream(options.seed(), purpose);
  }

  /** Every row's margins by classifiers that did not see it. */
  private float[][] outOfFold(Parallel whole) {
    int folds = options.folds();
    int[] fold = Splits.folds(codes, folds, stream(2));
    float[][] margins = new float[labels.size()][x.rows()];
    for (int f = 0; f < folds; f++) {
      int current = f;
      int[] inside = IntStream.range(0, fold.length).filter(i -> fold[i] == current).toArray();
      int[] others = IntStream.range(0, fold.length).filter(i -> fold[i] != current).toArray();
      if (inside.length == 0 || others.length == 0) {
        continue;
      }
      List<TreeEnsemble> models =
          targets.train(others, whole.part((double) f / folds, (f + 1.0) / folds));
      float[][] part = Targets.margins(models, x.select(inside), whole);
      for (int k = 0; k < margins.length; k++) {
        for (int i = 0; i < inside.length; i++) {
          margins[k][inside[i]] = part[k][i];
        }
      }
    }
    return margins;
  }

  private List<ClassificationReport.Row> report(
      int[] rows, float[][] margins, ClassificationReport.Split split) {
    boolean[][] positive = positives(rows);
    List<ClassificationReport.Row> report = new ArrayList<>();
    for (int k = 0; k < margins.length; k++) {
      report.add(new BinaryScores(positive[k], margins[k]).row(labels.get(k), split));
    }
    report.add(BinaryScores.macro(report, split));
    return report;
  }

  /** Whether each of the rows is in each cluster. */
  private boolean[][] positives(int[] rows) {
    return IntStream.range(0, labels.size())
        .mapToObj(k -> targets.positive(k, rows))
        .toArray(boolean[][]::new);
  }

  private Confusion confusion(int[] rows, float[][] margins) {
    int count = labels.size();
    OneVsRestPrediction said =
        new OneVsRestPrediction(labels, margins, OneVsRestModel.DEFAULT_THRESHOLD);
    int[][] counts = new int[count + 1][count + 1];
    for (int i = 0; i < rows.length; i++) {
      int winner = said.winner(i);
      int truth = targets.place(codes[rows[i]]);
      counts[truth < 0 ? count : truth][winner < 0 ? count : winner]++;
    }
    return new Confusion(labels, counts);
  }

  private List<CalibrationBin> calibration(int[] rows, float[][] margins) {
    boolean[][] positive = positives(rows);
    List<CalibrationBin> bins = new ArrayList<>();
    for (int k = 0; k < margins.length; k++) {
      bins.addAll(new BinaryScores(positive[k], margins[k]).calibration(labels.get(k)));
    }
    return bins;
  }

  /** Some training rows, chosen by counted random numbers, in canonical order. */
  private Matrix background() {
    int[] shuffled = Splits.shuffled(IntStream.range(0, x.rows()).toArray(), stream(3));
    int[] chosen = Arrays.copyOf(shuffled, Math.min(shuffled.length, options.backgroundRows()));
    Arrays.sort(chosen);
    return x.select(chosen);
  }
}
