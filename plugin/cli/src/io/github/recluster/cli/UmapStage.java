// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.cli;

import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.neighbors.KnnGraph;
import io.github.recluster.core.neighbors.KnnSearch;
import io.github.recluster.core.neighbors.Metric;
import io.github.recluster.core.umap.EmbeddingQuality;
import io.github.recluster.core.umap.Umap;
import io.github.recluster.core.umap.UmapGivens;
import io.github.recluster.core.umap.UmapInit;
import io.github.recluster.core.umap.UmapModel;
import io.github.recluster.core.umap.UmapOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Embeds a table. */
final class UmapStage implements Stage {
  static final Option NEIGHBORS = new Option("neighbors", "15", "rows that a neighborhood holds");
  static final Option METRIC = new Option("metric", "euclidean", "distance between rows");
  static final Option MIN_DIST = new Option("min-dist", "0.1", "how close points may lie");

  @Override
  public String name() {
    return "umap";
  }

  @Override
  public String summary() {
    return "embeds the rows in a few dimensions; writes umap_1, umap_2, …";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.IN,
        Option.OUT,
        NEIGHBORS,
        new Option("components", "2", "dimensions of the embedding"),
        METRIC,
        MIN_DIST,
        new Option(
            "knn",
            "",
            "a file with the neighbors of each row, as knn writes it, instead of --neighbors"),
        new Option("epochs", "auto", "passes of the layout"),
        new Option("init", "spectral", "where the layout starts: spectral, pca or random"),
        Option.SEED,
        new Option("quality", "false", "also say trustworthiness and neighbors kept"),
        new Option("model", "", "a file for the model, for umap-transform and umap-inverse"),
        Option.THREADS);
  }

  @Override
  public void run(Arguments arguments, Run run) throws IOException {
    Path in = arguments.input("in");
    Path out = arguments.output("out");
    Optional<Path> modelFile = arguments.optionalOutput("model");
    UmapOptions asked = options(arguments);
    Optional<Path> knn = arguments.optionalInput("knn");
    boolean quality = arguments.flag("quality");
    NumberTable table = run.table(in);
    KnnGraph known = knn.map(file -> neighbors(file, table.x(), asked.metric(), run)).orElse(null);
    UmapOptions options = known == null ? asked : asked.withNeighbors(known.k() + 1);
    UmapGivens givens = UmapGivens.NONE.withNeighbors(known);
    UmapModel model = run.fitting(() -> Umap.fit(table.x(), givens, options, run.parallel()));
    run.writing(
        () -> {
          if (modelFile.isPresent()) {
            WholeFile.write(modelFile.get(), model::write);
          }
          writeEmbedding(out, model.embedding(), run);
        });
    if (quality) {
      EmbeddingQuality found =
          EmbeddingQuality.of(
              table.x(), model.embedding(), options.metric(), options.neighbors(), run.quiet());
      run.fact("trustworthiness", Double.toString(found.trustworthiness()));
      run.fact("neighbors_kept", Double.toString(found.neighborsKept()));
    }
  }

  private static KnnGraph neighbors(Path file, Matrix x, Metric metric, Run run) {
    Matrix ids = run.otherTable(file).x();
    if (ids.rows() != x.rows()) {
      throw new InputException(
          file + " must have a row for each of " + x.rows() + ", got " + ids.rows());
    }
    int[] indices = Arrays.stream(ids.values()).mapToInt(UmapStage::row).toArray();
    return KnnSearch.measure(x, indices, metric);
  }

  private static int row(double number) {
    return number == Math.rint(number) ? (int) number : -1;
  }

  private static UmapOptions options(Arguments arguments) {
    String epochs = arguments.text("epochs");
    if (!epochs.equals("auto") && arguments.whole("epochs") < 1) {
      throw arguments.wrong("epochs", "auto, or 1 or more");
    }
    return UmapOptions.DEFAULTS
        .withNeighbors(arguments.whole("neighbors"))
        .withComponents(arguments.whole("components"))
        .withMetric(Metric.of(arguments.text("metric")))
        .withMinDist(arguments.number("min-dist"))
        .withEpochs(epochs.equals("auto") ? 0 : arguments.whole("epochs"))
        .withInit(UmapInit.of(arguments.text("init")))
        .withSeed(arguments.longWhole("seed"));
  }

  static void writeEmbedding(Path out, Matrix embedding, Run run) throws IOException {
    CsvWriter.write(out, names(embedding), embedding, run.quiet());
  }

  static List<String> names(Matrix embedding) {
    return IntStream.rangeClosed(1, embedding.columns()).mapToObj(j -> "umap_" + j).toList();
  }
}
