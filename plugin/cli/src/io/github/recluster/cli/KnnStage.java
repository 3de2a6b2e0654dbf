// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.cli;

import io.github.recluster.core.neighbors.KnnGraph;
import io.github.recluster.core.neighbors.KnnSearch;
import io.github.recluster.core.neighbors.Metric;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Finds the nearest other rows of each row. */
final class KnnStage implements Stage {
  @Override
  public String name() {
    return "knn";
  }

  @Override
  public String summary() {
    return "finds the nearest other rows of each row; writes their ids (from 0), nearest first";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.IN,
        Option.OUT,
        new Option("neighbors", "15", "neighbors of each row, itself not counted"),
        UmapStage.METRIC,
        Option.SEED,
        Option.THREADS);
  }

  @Override
  public void run(Arguments arguments, Run run) throws IOException {
    Path in = arguments.input("in");
    Path out = arguments.output("out");
    int neighbors = arguments.whole("neighbors");
    if (neighbors < 1) {
      throw arguments.wrong("neighbors", "1 or more");
    }
    Metric metric = Metric.of(arguments.text("metric"));
    long seed = arguments.longWhole("seed");
    NumberTable table = run.table(in);
    if (table.x().rows() < 2) {
      throw new InputException(in + " must have 2 rows or more, got 1");
    }
    KnnGraph graph =
        run.fitting(() -> KnnSearch.find(table.x(), neighbors, metric, seed, run.parallel()));
    int k = graph.k();
    List<String> names = IntStream.rangeClosed(1, k).mapToObj(j -> "n" + j).toList();
    CsvWriter.Row row =
        (i, cells) -> {
          for (int j = 0; j < k; j++) {
            cells.add(graph.indices()[i * k + j]);
          }
        };
    run.writing(() -> CsvWriter.write(out, names, graph.rows(), row, run.quiet()));
  }
}
