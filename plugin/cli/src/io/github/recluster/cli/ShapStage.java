// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.cli;

import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.shap.InterventionalShap;
import io.github.recluster.core.shap.PairSummary;
import io.github.recluster.core.shap.ShapExplainer;
import io.github.recluster.core.shap.TreeShap;
import io.github.recluster.core.trees.TreeEnsemble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Explains what models say of rows. */
final class ShapStage implements Stage {
  @Override
  public String name() {
    return "shap";
  }

  @Override
  public String summary() {
    return "explains models; writes cluster, row, base and a contribution a feature";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.IN,
        new Option("models", null, "a folder with XGBoost models <label>.json"),
        Option.OUT,
        new Option("mode", "path", "path (path-dependent) or interventional"),
        new Option("background", "", "the table that interventional SHAP compares with"),
        new Option("units", "log-odds", "log-odds, or probability (interventional only)"),
        new Option("sample", "200", "rows, from the first, whose contributions are written"),
        new Option("summary", "", "a CSV file for the mean |SHAP| over all rows"),
        new Option("pairs", "", "a CSV file for the mean |SHAP| of pairs of features together"),
        Option.THREADS);
  }

  @Override
  public void run(Arguments arguments, Run run) throws IOException {
    Path in = arguments.input("in");
    Path out = arguments.output("out");
    Optional<Path> summaryFile = arguments.optionalOutput("summary");
    Optional<Path> pairsFile = arguments.optionalOutput("pairs");
    boolean path = isPath(arguments);
    if (pairsFile.isPresent() && !path) {
      throw new InputException("--pairs needs --mode path");
    }
    ShapExplainer.Unit unit = unit(arguments, path);
    if (arguments.whole("sample") < 0) {
      throw arguments.wrong("sample", "0 or more");
    }
    Optional<Path> backgroundFile =
        path ? Optional.empty() : Optional.of(arguments.input("background"));
    ModelFolder models = run.reading(() -> ModelFolder.read(arguments.path("models")));
    NumberTable table = run.table(in);
    checkColumns(table, in, models);
    List<TreeEnsemble> ensembles = models.ensembles();
    Optional<Matrix> background = backgroundFile.map(file -> background(file, models, run));
    int sample = Math.min(arguments.whole("sample"), table.x().rows());
    Explained explained =
        run.fitting(
            () ->
                Explained.of(explainer(ensembles, background, unit, run), table.x(), sample, run));
    Optional<PairSummary> pairs =
        pairsFile.map(file -> run.fitting(() -> pairs(ensembles, table.x(), run)));
    run.fact("models", String.valueOf(ensembles.size()));
    run.fact("additivity_error", String.valueOf(explained.additivityError()));
    run.writing(
        () -> {
          if (summaryFile.isPresent()) {
            explained.writeSummary(summaryFile.get(), models.clusters(), table.names(), run);
          }
          if (pairs.isPresent()) {
            writePairs(pairsFile.get(), pairs.get(), models.clusters(), table.names(), run);
          }
          explained.writeRows(out, models.clusters(), table.names(), run);
        });
  }

  private static Matrix background(Path file, ModelFolder models, Run run) {
    NumberTable table = run.otherTable(file);
    checkColumns(table, file, models);
    return table.x();
  }

  private static ShapExplainer explainer(
      List<TreeEnsemble> ensembles, Optional<Matrix> background, ShapExplainer.Unit unit, Run run) {
    return background.isPresent()
        ? InterventionalShap.of(ensembles, background.get(), unit, run.parallel())
        : TreeShap.of(ensembles);
  }

  private static PairSummary pairs(List<TreeEnsemble> ensembles, Matrix x, Run run) {
    PairSummary pairs = new PairSummary(ensembles);
    pairs.add(x, run.parallel());
    return pairs;
  }

  private static void writePairs(
      Path out, PairSummary pairs, List<Integer> clusters, List<String> features, Run run)
      throws IOException {
    int d = features.size();
    int[] both = IntStream.range(0, d * d).filter(p -> p / d <= p % d).toArray();
    CsvWriter.write(
        out,
        List.of("cluster", "feature", "other", "mean_abs"),
        clusters.size() * both.length,
        (i, cells) -> {
          int a = both[i % both.length] / d;
          int b = both[i % both.length] % d;
          cells
              .add(clusters.get(i / both.length))
              .add(features.get(a))
              .add(features.get(b))
              .add(pairs.meanAbsolute(i / both.length, a, b));
        },
        run.quiet());
  }

  private static boolean isPath(Arguments arguments) {
    boolean path =
        switch (arguments.text("mode")) {
          case "path" -> true;
          case "interventional" -> false;
          default -> throw arguments.wrong("mode", "path or interventional");
        };
    if (path == arguments.has("background")) {
      throw new InputException(
          "--background must be given with --mode interventional, and only with it");
    }
    return path;
  }

  private static ShapExplainer.Unit unit(Arguments arguments, boolean path) {
    return switch (arguments.text("units")) {
      case "log-odds" -> ShapExplainer.Unit.LOG_ODDS;
      case "probability" -> {
        if (path) {
          throw new InputException("--units probability needs --mode interventional");
        }
        yield ShapExplainer.Unit.PROBABILITY;
      }
      default -> throw arguments.wrong("units", "log-odds or probability");
    };
  }

  private static void checkColumns(NumberTable table, Path file, ModelFolder models) {
    List<String> got = table.names();
    for (int k = 0; k < models.models().size(); k++) {
      List<String> names = models.models().get(k).featureNames();
      int features = models.models().get(k).ensemble().features();
      String model = " as model " + models.clusters().get(k);
      if (features != got.size()) {
        throw new InputException(
            file + " must have " + features + " columns" + model + ", got " + got.size());
      }
      for (int f = 0; f < names.size(); f++) {
        if (!plain(names.get(f)).equals(plain(got.get(f)))) {
          String both = " must be " + names.get(f) + model + ", got " + got.get(f);
          throw new InputException(file + ": column " + f + " (from 0)" + both);
        }
      }
    }
  }

  /** A name without the characters that model files can't hold. */
  private static String plain(String name) {
    return name.replaceAll("[\\[\\]<]", "_");
  }
}
