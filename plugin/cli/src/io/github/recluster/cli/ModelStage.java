// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.cli;

import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.hdbscan.HdbscanModel;
import io.github.recluster.core.hdbscan.HdbscanPrediction;
import io.github.recluster.core.umap.UmapModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Applies a saved model to new rows.
 *
 * @param maker the stage that writes such models
 */
record ModelStage<M>(
    String name, String summary, String maker, Run.Loading<M> loading, Work<M> work)
    implements Stage {

  static final Stage UMAP_TRANSFORM =
      new ModelStage<>(
          "umap-transform",
          "places new rows in the embedding of a saved model; writes umap_1, umap_2, …",
          "umap",
          UmapModel::read,
          ModelStage::transform);

  static final Stage UMAP_INVERSE =
      new ModelStage<>(
          "umap-inverse",
          "rows that places in the embedding of a saved model could stand for; writes x_1, x_2, …",
          "umap",
          UmapModel::read,
          ModelStage::inverse);

  static final Stage HDBSCAN_PREDICT =
      new ModelStage<>(
          "hdbscan-predict",
          "places new rows in the clusters of a saved model; writes label, probability",
          "hdbscan",
          HdbscanModel::read,
          ModelStage::predict);

  /** Works and writes. */
  @FunctionalInterface
  interface Work<M> {
    void run(M model, Path in, NumberTable table, Path out, Run run) throws IOException;
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.IN,
        Option.OUT,
        new Option("model", null, "the file that " + maker + " --model wrote"),
        Option.THREADS);
  }

  @Override
  public void run(Arguments arguments, Run run) throws IOException {
    Path in = arguments.input("in");
    Path out = arguments.output("out");
    M model = run.model(arguments.input("model"), loading);
    work.run(model, in, run.table(in), out, run);
  }

  private static void transform(UmapModel model, Path in, NumberTable table, Path out, Run run)
      throws IOException {
    table.requireColumns(in, model.dimensions());
    Matrix placed = run.fitting(() -> model.transform(table.x(), run.parallel()));
    run.writing(() -> UmapStage.writeEmbedding(out, placed, run));
  }

  private static void inverse(UmapModel model, Path in, NumberTable table, Path out, Run run)
      throws IOException {
    Matrix rows = run.fitting(() -> model.inverseTransform(table.x(), run.parallel()));
    List<String> names = IntStream.rangeClosed(1, rows.columns()).mapToObj(j -> "x_" + j).toList();
    run.writing(() -> CsvWriter.write(out, names, rows, run.quiet()));
  }

  private static void predict(HdbscanModel model, Path in, NumberTable table, Path out, Run run)
      throws IOException {
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
