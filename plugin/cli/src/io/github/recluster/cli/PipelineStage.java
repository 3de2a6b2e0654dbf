// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.cli;

import io.github.recluster.core.boosting.BoostingOptions;
import io.github.recluster.core.data.Labels;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.hdbscan.Hdbscan;
import io.github.recluster.core.hdbscan.HdbscanOptions;
import io.github.recluster.core.neighbors.Metric;
import io.github.recluster.core.ovr.OneVsRest;
import io.github.recluster.core.ovr.OneVsRestModel;
import io.github.recluster.core.ovr.OneVsRestOptions;
import io.github.recluster.core.scaling.ScalerOptions;
import io.github.recluster.core.shap.TreeShap;
import io.github.recluster.core.umap.Umap;
import io.github.recluster.core.umap.UmapOptions;
import io.github.recluster.xgboost.XgboostBooster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All stages, one after the other: scale, embed, cluster, classify, explain. */
final class PipelineStage implements Stage {
  /** Share of the rows in the held-out report; small tables are better judged out of fold. */
  private static final double HELD_OUT = 0.05;

  private static final String MODELS = "models";
  private static final String REPORT = "report.csv";
  private static final String IMPORTANCE = "importance.csv";
  private static final String SHAP = "shap.csv";

  @Override
  public String name() {
    return "pipeline";
  }

  @Override
  public String summary() {
    return "scale, umap, hdbscan, ovr with reports, shap; writes umap_1, umap_2, label";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.IN,
        Option.OUT,
        new Option("dir", null, "a folder for models, report, importance and SHAP"),
        UmapStage.NEIGHBORS,
        UmapStage.METRIC,
        UmapStage.MIN_DIST,
        new Option("min-cluster-size", "10", "fewest rows of a cluster"),
        new Option("min-samples", "9", "neighbors, the row itself not counted"),
        new Option("rounds", "2", "trees of a classifier"),
        new Option("depth", "2", "levels of splits of a tree"),
        new Option("min-rows", "40", "smaller clusters get no classifier"),
        Option.SEED,
        Option.THREADS);
  }

  /** What the options say, checked before anything is read. */
  private record Choices(UmapOptions umap, HdbscanOptions hdbscan, OneVsRestOptions ovr) {
    static Choices of(Arguments arguments) {
      long seed = arguments.longWhole("seed");
      return new Choices(
          UmapOptions.DEFAULTS
              .withNeighbors(arguments.whole("neighbors"))
              .withMetric(Metric.of(arguments.text("metric")))
              .withMinDist(arguments.number("min-dist"))
              .withSeed(seed),
          HdbscanOptions.DEFAULTS
              .withMinClusterSize(arguments.whole("min-cluster-size"))
              .withMinSamples(arguments.whole("min-samples")),
          OneVsRestOptions.DEFAULTS
              .withBoosting(
                  BoostingOptions.TWO_TREES
                      .withRounds(arguments.whole("rounds"))
                      .withMaxDepth(arguments.whole("depth"))
                      .withSeed(seed))
              .withMinRows(arguments.whole("min-rows"))
              .withHeldOutShare(HELD_OUT)
              .withPermutations(0)
              .withSeed(seed));
    }
  }

  @Override
  public void run(Arguments arguments, Run run) throws IOException {
    Path in = arguments.input("in");
    Path out = arguments.output("out");
    Path folder = arguments.folder("dir");
    Choices choices = Choices.of(arguments);
    NumberTable table = run.table(in);
    Matrix scaled =
        run.fitting("scale", () -> ScaleStage.scale(table, ScalerOptions.DEFAULTS, run));
    Matrix embedding =
        run.fitting("umap", () -> Umap.fit(scaled, choices.umap(), run.parallel()).embedding());
    int[] labels =
        run.fitting(
            "hdbscan", () -> Hdbscan.fit(embedding, choices.hdbscan(), run.parallel()).labels());
    Optional<OneVsRestModel> model =
        trainable(labels, choices.ovr().minRows())
            ? Optional.of(run.fitting("ovr", () -> classify(table, labels, choices.ovr(), run)))
            : Optional.empty();
    Optional<Explained> explained =
        model.map(
            m ->
                run.fitting(
                    "shap",
                    () ->
                        Explained.of(
                            TreeShap.of(m.ensembles()), m.encode(table.features()), 0, run)));
    run.fact("clusters", String.valueOf(Labels.count(labels)));
    run.fact("models", String.valueOf(model.map(m -> m.labels().size()).orElse(0)));
    run.writing(
        () -> {
          if (model.isPresent()) {
            Files.createDirectories(folder);
            write(folder, model.get(), explained.orElseThrow(), run);
          } else {
            clear(folder);
          }
          writeTable(out, embedding, labels, run);
        });
  }

  /** Whether some cluster is large enough for a classifier, and has rows to be told from. */
  private static boolean trainable(int[] labels, int minRows) {
    return Arrays.stream(Labels.sizes(labels)).anyMatch(n -> n >= minRows && n < labels.length);
  }

  private static OneVsRestModel classify(
      NumberTable table, int[] labels, OneVsRestOptions options, Run run) {
    return OneVsRest.fit(
        table.features(), OvrStage.names(labels), options, new XgboostBooster(), run.parallel());
  }

  private static void write(Path folder, OneVsRestModel model, Explained explained, Run run)
      throws IOException {
    ModelFolder.write(folder.resolve(MODELS), model.labels(), model.ensembles(), model.features());
    ReportFiles.writeReport(folder.resolve(REPORT), model.report(), run.quiet());
    ReportFiles.writeImportance(folder.resolve(IMPORTANCE), model.importance(), run.quiet());
    List<Integer> clusters = model.labels().stream().map(Integer::valueOf).toList();
    explained.writeSummary(folder.resolve(SHAP), clusters, model.features(), run);
  }

  /** What an earlier run has written does not stay beside a result that it has no part in. */
  private static void clear(Path folder) throws IOException {
    ModelFolder.keep(folder.resolve(MODELS), List.of());
    for (String file : List.of(REPORT, IMPORTANCE, SHAP)) {
      Files.deleteIfExists(folder.resolve(file));
    }
  }

  private static void writeTable(Path out, Matrix embedding, int[] labels, Run run)
      throws IOException {
    CsvWriter.write(
        out,
        Stream.concat(UmapStage.names(embedding).stream(), Stream.of("label")).toList(),
        labels.length,
        (i, cells) -> {
          for (int j = 0; j < embedding.columns(); j++) {
            cells.add(embedding.get(i, j));
          }
          cells.add(labels[i]);
        },
        run.quiet());
  }
}
