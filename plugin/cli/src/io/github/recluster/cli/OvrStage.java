// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.cli;

import io.github.recluster.core.boosting.BoostingOptions;
import io.github.recluster.core.data.FeatureTable;
import io.github.recluster.core.data.Labels;
import io.github.recluster.core.ovr.OneVsRest;
import io.github.recluster.core.ovr.OneVsRestModel;
import io.github.recluster.core.ovr.OneVsRestOptions;
import io.github.recluster.core.ovr.OneVsRestPrediction;
import io.github.recluster.xgboost.XgboostBooster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Trains a classifier a cluster and applies them to other rows. */
final class OvrStage implements Stage {
  static final Option DEPTH = new Option("depth", "6", "levels of splits of a tree");
  static final Option MIN_ROWS = new Option("min-rows", "1", "smaller clusters are skipped");

  @Override
  public String name() {
    return "ovr";
  }

  @Override
  public String summary() {
    return "trains a classifier a cluster; writes c<label>, probabilities of the test rows";
  }

  @Override
  public List<Option> options() {
    return List.of(
        new Option("train", null, "a CSV file; its column label holds the clusters, -1 is noise"),
        new Option("test", null, "a CSV file with the same columns"),
        new Option("models", null, "a folder for the XGBoost models <label>.json; older ones go"),
        Option.OUT,
        new Option("rounds", "100", "trees of a classifier"),
        DEPTH,
        new Option("eta", "0.3", "share of each tree that is added"),
        new Option("balance", "true", "whether a cluster weighs as much as all other rows"),
        MIN_ROWS,
        Option.SEED,
        Option.THREADS);
  }

  @Override
  public void run(Arguments arguments, Run run) throws IOException {
    Path train = arguments.input("train");
    Path test = arguments.input("test");
    Path folder = arguments.folder("models");
    Path out = arguments.output("out");
    OneVsRestOptions options = options(arguments);
    CompletableFuture<Void> library = CompletableFuture.runAsync(XgboostBooster::loadLibrary);
    NumberTable known = run.table(train);
    String[] clusters = names(known.clusters());
    FeatureTable fresh = run.otherTable(test).features();
    library.exceptionally(failure -> null).join(); // training would say it again
    OneVsRestModel model =
        run.fitting(
            () ->
                OneVsRest.fit(
                    known.features(), clusters, options, new XgboostBooster(), run.parallel()));
    OneVsRestPrediction prediction = run.fitting(() -> model.predict(fresh, run.parallel()));
    run.fact("models", String.valueOf(model.labels().size()));
    run.writing(
        () -> {
          ModelFolder.write(folder, model.labels(), model.ensembles(), model.features());
          writeProbabilities(out, prediction, run);
        });
  }

  private static void writeProbabilities(Path out, OneVsRestPrediction prediction, Run run)
      throws IOException {
    CsvWriter.write(
        out,
        prediction.labels().stream().map(label -> "c" + label).toList(),
        prediction.rows(),
        (i, cells) -> {
          for (int k = 0; k < prediction.labels().size(); k++) {
            cells.add(prediction.probability(i, k));
          }
        },
        run.quiet());
  }

  /** One training of each classifier, on all rows: no reports. */
  private static OneVsRestOptions options(Arguments arguments) {
    long seed = arguments.longWhole("seed");
    BoostingOptions boosting =
        BoostingOptions.DEFAULTS
            .withRounds(arguments.whole("rounds"))
            .withMaxDepth(arguments.whole("depth"))
            .withLearningRate(arguments.number("eta"))
            .withSeed(seed);
    return OneVsRestOptions.DEFAULTS
        .withBoosting(boosting)
        .withMinRows(arguments.whole("min-rows"))
        .withBalanced(arguments.flag("balance"))
        .withHeldOutShare(0)
        .withFolds(0)
        .withPermutations(0)
        .withBackgroundRows(1)
        .withSeed(seed);
  }

  /** Clusters as the core names them: null for noise. */
  static String[] names(int[] clusters) {
    return Arrays.stream(clusters)
        .mapToObj(cluster -> cluster == Labels.NOISE ? null : String.valueOf(cluster))
        .toArray(String[]::new);
  }
}
