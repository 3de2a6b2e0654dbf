// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.shap;

import io.github.recluster.core.shap.ShapSummary;
import io.github.recluster.nodes.table.ColumnSpecs;
import io.github.recluster.nodes.table.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
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

/** The tables of explanations: means, a row for each row and cluster, or columns. */
final class ShapTables {
  private static final int ROWS_BETWEEN_CHECKS = 1024;

  private ShapTables() {}

  static DataTableSpec summarySpec() {
    return new DataTableSpec(
        plain("Cluster", StringCell.TYPE),
        plain("Feature", StringCell.TYPE),
        plain("Mean |SHAP|", DoubleCell.TYPE),
        plain("Mean |SHAP| inside", DoubleCell.TYPE),
        plain("Mean SHAP inside", DoubleCell.TYPE),
        plain("Mean SHAP outside", DoubleCell.TYPE),
        plain("Unit", StringCell.TYPE),
        plain("Mode", StringCell.TYPE));
  }

  static BufferedDataTable summary(Explanations e, ExecutionContext exec) {
    BufferedDataContainer container = exec.createDataContainer(summarySpec());
    ShapSummary s = e.summary();
    for (int k = 0; k < e.labels().size(); k++) {
      for (int f = 0; f < e.features().size(); f++) {
        container.addRowToTable(
            new DefaultRow(
                RowKey.createRowKey(container.size()),
                new StringCell(e.labels().get(k)),
                new StringCell(e.features().get(f)),
                ColumnSpecs.cell(s.meanAbsolute(k, f)),
                ColumnSpecs.cell(s.meanAbsoluteInside(k, f)),
                ColumnSpecs.cell(s.meanInside(k, f)),
                ColumnSpecs.cell(s.meanOutside(k, f)),
                new StringCell(e.unit().toString()),
                new StringCell(e.mode().toString())));
      }
    }
    container.close();
    return container.getTable();
  }

  /** A feature that is named like one of the first four columns gets another name. */
  static DataTableSpec longSpec(List<String> features) {
    DataTableSpec first =
        new DataTableSpec(
            plain("RowID", StringCell.TYPE),
            plain("Cluster", StringCell.TYPE),
            plain("Prediction", DoubleCell.TYPE),
            plain("Base value", DoubleCell.TYPE));
    return new DataTableSpec(
        first,
        new DataTableSpec(
            ColumnSpecs.unique(
                first,
                features.stream()
                    .map(name -> ColumnSpecs.number(name, Role.EXPLANATION))
                    .toArray(DataColumnSpec[]::new))));
  }

  static BufferedDataTable asLong(Explanations e, String[] keys, ExecutionContext exec)
      throws CanceledExecutionException {
    BufferedDataContainer container = exec.createDataContainer(longSpec(e.features()));
    for (int i = 0; i < e.rows(); i++) {
      if (i % ROWS_BETWEEN_CHECKS == 0) {
        exec.checkCanceled();
        exec.setProgress((double) i / e.rows());
      }
      for (int k = 0; k < e.labels().size(); k++) {
        List<DataCell> cells = new ArrayList<>();
        cells.add(new StringCell(keys[i]));
        cells.add(new StringCell(e.labels().get(k)));
        cells.add(ColumnSpecs.cell(e.predictions()[k][i]));
        cells.add(ColumnSpecs.cell(e.bases()[k]));
        for (int f = 0; f < e.features().size(); f++) {
          cells.add(ColumnSpecs.cell(e.contribution(k, i, f)));
        }
        container.addRowToTable(
            new DefaultRow(RowKey.createRowKey(container.size()), cells.toArray(DataCell[]::new)));
      }
    }
    container.close();
    return container.getTable();
  }

  static DataColumnSpec[] wideColumns(List<String> labels, List<String> features) {
    List<DataColumnSpec> columns = new ArrayList<>();
    for (String label : labels) {
      for (String feature : features) {
        columns.add(ColumnSpecs.number("SHAP " + feature + " (" + label + ")", Role.EXPLANATION));
      }
    }
    return columns.toArray(DataColumnSpec[]::new);
  }

  static IntFunction<DataCell[]> wideCells(Explanations e) {
    int features = e.features().size();
    return row -> {
      DataCell[] cells = new DataCell[e.labels().size() * features];
      for (int c = 0; c < cells.length; c++) {
        cells[c] = ColumnSpecs.cell(e.contribution(c / features, row, c % features));
      }
      return cells;
    };
  }

  private static DataColumnSpec plain(String name, DataType type) {
    return new DataColumnSpecCreator(name, type).createSpec();
  }
}
