// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.ovr;

import io.github.recluster.core.ovr.ClassificationReport;
import io.github.recluster.core.ovr.ClassificationReport.Side;
import io.github.recluster.core.ovr.FeatureImportance;
import io.github.recluster.nodes.table.ColumnSpecs;
import java.util.List;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;

/** The tables that the learner makes: how well each cluster is told, and by which features. */
final class OneVsRestTables {
  private OneVsRestTables() {}

  static DataTableSpec reportSpec() {
    return new DataTableSpec(
        ColumnSpecs.plain("Cluster", StringCell.TYPE),
        ColumnSpecs.plain("Split", StringCell.TYPE),
        ColumnSpecs.plain("Precision", DoubleCell.TYPE),
        ColumnSpecs.plain("Recall", DoubleCell.TYPE),
        ColumnSpecs.plain("F1", DoubleCell.TYPE),
        ColumnSpecs.plain("Support", DoubleCell.TYPE),
        ColumnSpecs.plain("Rest precision", DoubleCell.TYPE),
        ColumnSpecs.plain("Rest recall", DoubleCell.TYPE),
        ColumnSpecs.plain("Rest F1", DoubleCell.TYPE),
        ColumnSpecs.plain("Rest support", DoubleCell.TYPE),
        ColumnSpecs.plain("Accuracy", DoubleCell.TYPE),
        ColumnSpecs.plain("ROC AUC", DoubleCell.TYPE),
        ColumnSpecs.plain("Average precision", DoubleCell.TYPE),
        ColumnSpecs.plain("Warning", StringCell.TYPE));
  }

  static BufferedDataTable report(ClassificationReport report, ExecutionContext exec)
      throws CanceledExecutionException {
    BufferedDataContainer container = exec.createDataContainer(reportSpec());
    for (ClassificationReport.Row row : report.rows()) {
      exec.checkCanceled();
      Side inside = row.inside();
      Side rest = row.rest();
      container.addRowToTable(
          new DefaultRow(
              RowKey.createRowKey(container.size()),
              new StringCell(row.cluster()),
              new StringCell(row.split().toString()),
              ColumnSpecs.cell(inside.precision()),
              ColumnSpecs.cell(inside.recall()),
              ColumnSpecs.cell(inside.f1()),
              ColumnSpecs.cell(inside.support()),
              ColumnSpecs.cell(rest.precision()),
              ColumnSpecs.cell(rest.recall()),
              ColumnSpecs.cell(rest.f1()),
              ColumnSpecs.cell(rest.support()),
              ColumnSpecs.cell(row.accuracy()),
              ColumnSpecs.cell(row.rocAuc()),
              ColumnSpecs.cell(row.averagePrecision()),
              row.warning().isEmpty() ? DataType.getMissingCell() : new StringCell(row.warning())));
    }
    container.close();
    return container.getTable();
  }

  static DataTableSpec importanceSpec() {
    return new DataTableSpec(
        ColumnSpecs.plain("Cluster", StringCell.TYPE),
        ColumnSpecs.plain("Feature", StringCell.TYPE),
        ColumnSpecs.plain("Weight", DoubleCell.TYPE),
        ColumnSpecs.plain("Gain", DoubleCell.TYPE),
        ColumnSpecs.plain("Cover", DoubleCell.TYPE),
        ColumnSpecs.plain("Total gain", DoubleCell.TYPE),
        ColumnSpecs.plain("Total cover", DoubleCell.TYPE),
        ColumnSpecs.plain("Permutation", DoubleCell.TYPE));
  }

  static BufferedDataTable importance(List<FeatureImportance> rows, ExecutionContext exec)
      throws CanceledExecutionException {
    BufferedDataContainer container = exec.createDataContainer(importanceSpec());
    for (FeatureImportance row : rows) {
      exec.checkCanceled();
      container.addRowToTable(
          new DefaultRow(
              RowKey.createRowKey(container.size()),
              new StringCell(row.cluster()),
              new StringCell(row.feature()),
              ColumnSpecs.cell(row.weight()),
              ColumnSpecs.cell(row.gain()),
              ColumnSpecs.cell(row.cover()),
              ColumnSpecs.cell(row.totalGain()),
              ColumnSpecs.cell(row.totalCover()),
              ColumnSpecs.cell(row.permutation())));
    }
    container.close();
    return container.getTable();
  }
}
