// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.cli;

import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.umap.UmapModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Goes back from places of an embedding to rows. */
final class UmapInverseStage implements Stage {
  @Override
  public String name() {
    return "umap-inverse";
  }

  @Override
  public String summary() {
    return "rows that places in the embedding of a saved model could stand for; writes x_1, x_2, …";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.IN,
        Option.OUT,
        new Option("model", null, "the file that umap --model wrote"),
        Option.THREADS);
  }

  @Override
  public void run(Arguments arguments, Run run) throws IOException {
    Path in = arguments.input("in");
    Path out = arguments.output("out");
    UmapModel model = run.model(arguments.input("model"), UmapModel::read);
    NumberTable table = run.table(in);
    Matrix rows = run.fitting(() -> model.inverseTransform(table.x(), run.parallel()));
    List<String> names = IntStream.rangeClosed(1, rows.columns()).mapToObj(j -> "x_" + j).toList();
    run.writing(() -> CsvWriter.write(out, names, rows, run.quiet()));
  }
}
