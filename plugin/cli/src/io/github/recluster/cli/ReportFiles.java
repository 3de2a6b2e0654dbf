// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.cli;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.ovr.ClassificationReport;
import io.github.recluster.core.ovr.FeatureImportance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What is known of classifiers, as CSV files; a number that is not known is an empty cell. */
final class ReportFiles {
  private ReportFiles() {}

  static void writeReport(Path out, ClassificationReport report, Parallel parallel)
      throws IOException {
    List<ClassificationReport.Row> rows = report.rows();
    CsvWriter.write(
        out,
        List.of(
            "cluster",
            "split",
            "precision",
            "recall",
            "f1",
            "support",
            "rest_precision",
            "rest_recall",
            "rest_f1",
            "rest_support",
            "accuracy",
            "roc_auc",
            "average_precision",
            "warning"),
        rows.size(),
        (i, cells) -> {
          ClassificationReport.Row row = rows.get(i);
          cells.add(row.cluster()).add(row.split().toString());
          addSide(cells, row.inside());
          addSide(cells, row.rest());
          cells.addKnown(row.accuracy()).addKnown(row.rocAuc());
          cells.addKnown(row.averagePrecision()).add(row.warning());
        },
        parallel);
  }

  private static void addSide(CsvWriter.Cells cells, ClassificationReport.Side side) {
    cells.addKnown(side.precision()).addKnown(side.recall());
    cells.addKnown(side.f1()).addKnown(side.support());
  }

  static void writeImportance(Path out, List<FeatureImportance> rows, Parallel parallel)
      throws IOException {
    CsvWriter.write(
        out,
        List.of("cluster", "feature", "weight", "gain", "cover", "total_gain", "total_cover"),
        rows.size(),
        (i, cells) -> {
          FeatureImportance row = rows.get(i);
          cells.add(row.cluster()).add(row.feature());
          cells.addKnown(row.weight()).addKnown(row.gain()).addKnown(row.cover());
          cells.addKnown(row.totalGain()).addKnown(row.totalCover());
        },
        parallel);
  }
}
