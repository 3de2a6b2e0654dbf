// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.cli;

import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.umap.UmapModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Places new rows in an embedding. */
final class UmapTransformStage implements Stage {
  @Override
  public String name() {
    return "umap-transform";
  }

  @Override
  public String summary() {
    return "places new rows in the embedding of a saved model; writes umap_1, umap_2, …";
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
    Path file = arguments.input("model");
    UmapModel model = run.model(file, UmapModel::read);
    NumberTable table = run.table(in);
    table.requireColumns(in, model.dimensions());
    Matrix placed = run.fitting(() -> model.transform(table.x(), run.parallel()));
    run.writing(() -> UmapStage.writeEmbedding(out, placed, run));
  }
}
