// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.cli;

import io.github.recluster.core.data.FeatureTable;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.scaling.Scaler;
import io.github.recluster.core.scaling.ScalerOptions;
import io.github.recluster.core.scaling.ScalingMethod;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Scales the columns of a table. */
final class ScaleStage implements Stage {
  @Override
  public String name() {
    return "scale";
  }

  @Override
  public String summary() {
    return "brings the columns to a common scale; writes the same columns, scaled";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.IN,
        Option.OUT,
        new Option("method", "standard", "standard, minmax, robust or quantile"),
        new Option("log1p", "false", "take log(1 + x) first: true, false, or names with commas"),
        Option.THREADS);
  }

  @Override
  public void run(Arguments arguments, Run run) throws IOException {
    Path in = arguments.input("in");
    Path out = arguments.output("out");
    ScalingMethod method = ScalingMethod.of(arguments.text("method"));
    NumberTable table = run.table(in);
    ScalerOptions options = options(method, arguments.text("log1p"), table.names());
    Matrix scaled = run.fitting(() -> scale(table, options, run));
    run.writing(() -> CsvWriter.write(out, table.names(), scaled, run.quiet()));
  }

  static Matrix scale(NumberTable table, ScalerOptions options, Run run) {
    FeatureTable features = table.features();
    return Scaler.fit(features, options, run.parallel()).transform(features, run.parallel());
  }

  static ScalerOptions options(ScalingMethod method, String log1p, List<String> names) {
    Set<String> logged =
        switch (log1p) {
          case "true" -> Set.copyOf(names);
          case "false" -> Set.of();
          default -> Set.copyOf(List.of(log1p.split(",", -1)));
        };
    return ScalerOptions.DEFAULTS.withMethod(method).withLogColumns(logged);
  }
}
