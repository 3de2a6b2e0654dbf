// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.cli;

import io.github.recluster.core.hdbscan.HdbscanModel;
import io.github.recluster.core.hdbscan.HdbscanPrediction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Places new rows in clusters. */
final class HdbscanPredictStage implements Stage {
  @Override
  public String name() {
    return "hdbscan-predict";
  }

  @Override
  public String summary() {
    return "places new rows in the clusters of a saved model; writes label, probability";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.IN,
        Option.OUT,
        new Option("model", null, "the file that hdbscan --model wrote"),
        Option.THREADS);
  }

  @Override
  public void run(Arguments arguments, Run run) throws IOException {
    Path in = arguments.input("in");
    Path out = arguments.output("out");
    Path file = arguments.input("model");
    HdbscanModel model = run.model(file, HdbscanModel::read);
    NumberTable table = run.table(in);
    table.requireColumns(in, model.dimensions());
    HdbscanPrediction placed = run.fitting(() -> model.predict(table.x(), run.parallel()));
    int[] labels = placed.labels();
    double[] probabilities = placed.probabilities();
    run.writing(
        () ->
            CsvWriter.write(
                out,
                List.of("label", "probability"),
                labels.length,
                (i, cells) -> cells.add(labels[i]).add(probabilities[i]),
                run.quiet()));
  }
}
