// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.cli;

import io.github.recluster.core.data.Labels;
import io.github.recluster.core.hdbscan.ClusterSelectionMethod;
import io.github.recluster.core.hdbscan.Hdbscan;
import io.github.recluster.core.hdbscan.HdbscanModel;
import io.github.recluster.core.hdbscan.HdbscanOptions;
import io.github.recluster.core.neighbors.Metric;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds clusters. */
final class HdbscanStage implements Stage {
  @Override
  public String name() {
    return "hdbscan";
  }

  @Override
  public String summary() {
    return "finds clusters; writes label (-1 is noise), probability, outlier_score";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.IN,
        Option.OUT,
        new Option("min-cluster-size", "10", "fewest rows of a cluster"),
        new Option("min-samples", "", "neighbors, itself not counted; if not given, as above"),
        UmapStage.METRIC,
        new Option("method", "eom", "how clusters are selected: eom or leaf"),
        new Option("clusters", "", "as many clusters, or the next fewer: leaves, joined"),
        new Option("epsilon", "0", "clusters nearer than this are one"),
        new Option("model", "", "a file for the model"),
        Option.THREADS);
  }

  @Override
  public void run(Arguments arguments, Run run) throws IOException {
    Path in = arguments.input("in");
    Path out = arguments.output("out");
    Optional<Path> modelFile = arguments.optionalOutput("model");
    HdbscanOptions options = options(arguments);
    OptionalInt wanted =
        arguments.has("clusters")
            ? OptionalInt.of(arguments.whole("clusters"))
            : OptionalInt.empty();
    if (wanted.isPresent() && wanted.getAsInt() < 1) {
      throw arguments.wrong("clusters", "1 or more");
    }
    NumberTable table = run.table(in);
    HdbscanModel model =
        run.fitting(
            () -> {
              HdbscanModel fitted = Hdbscan.fit(table.x(), options, run.parallel());
              return wanted.isPresent() ? fitted.recutTo(wanted.getAsInt()) : fitted;
            });
    int[] labels = model.labels();
    double[] probabilities = model.probabilities();
    double[] scores = model.outlierScores();
    run.fact("clusters", String.valueOf(Labels.count(labels)));
    run.writing(
        () -> {
          if (modelFile.isPresent()) {
            WholeFile.write(modelFile.get(), model::write);
          }
          CsvWriter.write(
              out,
              List.of("label", "probability", "outlier_score"),
              labels.length,
              (i, cells) -> cells.add(labels[i]).add(probabilities[i]).add(scores[i]),
              run.quiet());
        });
  }

  private static HdbscanOptions options(Arguments arguments) {
    ClusterSelectionMethod method =
        switch (arguments.text("method")) {
          case "eom" -> ClusterSelectionMethod.EOM;
          case "leaf" -> ClusterSelectionMethod.LEAF;
          default -> throw arguments.wrong("method", "eom or leaf");
        };
    Metric metric = Metric.of(arguments.text("metric"));
    if (metric == Metric.MIXED) {
      throw arguments.wrong("metric", "one for numbers alone");
    }
    int size = arguments.whole("min-cluster-size");
    return HdbscanOptions.DEFAULTS
        .withMinClusterSize(size)
        .withMinSamples(arguments.has("min-samples") ? arguments.whole("min-samples") : size)
        .withMetric(metric)
        .withClusterSelectionMethod(method)
        .withClusterSelectionEpsilon(arguments.number("epsilon"));
  }
}
