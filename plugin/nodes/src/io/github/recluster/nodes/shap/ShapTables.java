// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.shap;

import io.github.recluster.core.shap.PairSummary;
import io.github.recluster.core.shap.ShapExplainer;
import io.github.recluster.core.shap.ShapSummary;
import io.github.recluster.nodes.table.AddedColumns;
import io.github.recluster.nodes.table.ColumnSpecs;
import io.github.recluster.nodes.table.Role;
import java.util.ArrayList;
import java.util.List;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
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
  private static final int ROWS_BETWEEN_CHECKS = 64;
  private static final int FIRST_COLUMNS = 4;

  private ShapTables() {}

  static DataTableSpec summarySpec() {
    return new DataTableSpec(
        ColumnSpecs.plain("Cluster", StringCell.TYPE),
        ColumnSpecs.plain("Feature", StringCell.TYPE),
        ColumnSpecs.plain("Mean |SHAP|", DoubleCell.TYPE),
        ColumnSpecs.plain("Mean |SHAP| inside", DoubleCell.TYPE),
        ColumnSpecs.plain("Mean SHAP inside", DoubleCell.TYPE),
        ColumnSpecs.plain("Mean SHAP outside", DoubleCell.TYPE),
        ColumnSpecs.plain("Unit", StringCell.TYPE),
        ColumnSpecs.plain("Mode", StringCell.TYPE),
        ColumnSpecs.plain("Top row", StringCell.TYPE));
  }

  static BufferedDataTable summary(
      ShapExplainer explainer,
      List<String> labels,
      List<String> features,
      ShapSummary s,
      TopRows top,
      ExecutionContext exec) {
    BufferedDataContainer container = exec.createDataContainer(summarySpec());
    for (int k = 0; k < labels.size(); k++) {
      for (int f = 0; f < features.size(); f++) {
        container.addRowToTable(
            new DefaultRow(
                RowKey.createRowKey(container.size()),
                new StringCell(labels.get(k)),
                new StringCell(features.get(f)),
                ColumnSpecs.cell(s.meanAbsolute(k, f)),
                ColumnSpecs.cell(s.meanAbsoluteInside(k, f)),
                ColumnSpecs.cell(s.meanInside(k, f)),
                ColumnSpecs.cell(s.meanOutside(k, f)),
                new StringCell(explainer.unit().toString()),
                new StringCell(explainer.mode().toString()),
                top.key(k, f).<DataCell>map(StringCell::new).orElse(DataType.getMissingCell())));
      }
    }
    container.close();
    return container.getTable();
  }

  /** A feature that is named like one of the first four columns gets another name. */
  static DataTableSpec longSpec(List<String> features) {
    DataTableSpec first =
        new DataTableSpec(
            ColumnSpecs.plain("RowID", StringCell.TYPE),
            ColumnSpecs.plain("Cluster", StringCell.TYPE),
            ColumnSpecs.plain("Prediction", DoubleCell.TYPE),
            ColumnSpecs.plain("Base value", DoubleCell.TYPE));
    return new DataTableSpec(
        first,
        new DataTableSpec(
            ColumnSpecs.unique(
                first,
                features.stream()
                    .map(name -> ColumnSpecs.number(name, Role.EXPLANATION))
                    .toArray(DataColumnSpec[]::new))));
  }

  /** Writes a row for each row and cluster. */
  static void addLong(
      ExplainedRows rows,
      List<String> labels,
      double[] bases,
      BufferedDataContainer container,
      ExecutionContext exec)
      throws CanceledExecutionException {
    int features = rows.x().columns();
    for (int i = 0; i < rows.count(); i++) {
      checkCanceled(i, exec);
      StringCell key = new StringCell(rows.key(i));
      for (int k = 0; k < bases.length; k++) {
        DataCell[] cells = new DataCell[FIRST_COLUMNS + features];
        cells[0] = key;
        cells[1] = new StringCell(labels.get(k));
        cells[2] = ColumnSpecs.cell(rows.predictions()[k][i]);
        cells[3] = ColumnSpecs.cell(bases[k]);
        for (int f = 0; f < features; f++) {
          cells[FIRST_COLUMNS + f] = ColumnSpecs.cell(rows.contribution(k, i, f));
        }
        container.addRowToTable(new DefaultRow(RowKey.createRowKey(container.size()), cells));
      }
    }
  }

  static DataTableSpec pairsSpec() {
    return new DataTableSpec(
        ColumnSpecs.plain("Cluster", StringCell.TYPE),
        ColumnSpecs.plain("Feature", StringCell.TYPE),
        ColumnSpecs.plain("Other feature", StringCell.TYPE),
        ColumnSpecs.plain("Mean |SHAP| together", DoubleCell.TYPE));
  }

  /** Writes a row for each cluster and pair of features that some tree asks for together. */
  static void addPairs(
      PairSummary pairs,
      List<String> labels,
      List<String> features,
      BufferedDataContainer container,
      ExecutionContext exec)
      throws CanceledExecutionException {
    for (int k = 0; k < labels.size(); k++) {
      for (int a = 0; a < features.size(); a++) {
        exec.checkCanceled();
        for (int b = a; b < features.size(); b++) {
          double mean = pairs.meanAbsolute(k, a, b);
          if (mean > 0) {
            container.addRowToTable(
                new DefaultRow(
                    RowKey.createRowKey(container.size()),
                    new StringCell(labels.get(k)),
                    new StringCell(features.get(a)),
                    new StringCell(features.get(b)),
                    new DoubleCell(mean)));
          }
        }
      }
    }
  }

  static DataTableSpec wordsSpec() {
    return new DataTableSpec(
        ColumnSpecs.plain("Cluster", StringCell.TYPE),
        ColumnSpecs.plain("Feature", StringCell.TYPE),
        ColumnSpecs.plain("Values", StringCell.TYPE),
        ColumnSpecs.plain("Share inside", DoubleCell.TYPE),
        ColumnSpecs.plain("Share outside", DoubleCell.TYPE));
  }

  /** Writes what is said of each cluster in words. */
  static void addWords(RulesTable rules, BufferedDataContainer container) {
    for (RulesTable.Line line : rules.lines()) {
      container.addRowToTable(
          new DefaultRow(
              RowKey.createRowKey(container.size()),
              new StringCell(line.cluster()),
              new StringCell(line.feature()),
              new StringCell(line.values()),
              ColumnSpecs.cell(line.inside()),
              ColumnSpecs.cell(line.outside())));
    }
  }

  /** Writes the rows with a column for each cluster and feature. */
  static void addWide(
      ExplainedRows rows,
      AddedColumns.Rows added,
      BufferedDataContainer container,
      ExecutionContext exec)
      throws CanceledExecutionException {
    int features = rows.x().columns();
    for (int i = 0; i < rows.count(); i++) {
      checkCanceled(i, exec);
      DataCell[] cells = new DataCell[rows.predictions().length * features];
      for (int c = 0; c < cells.length; c++) {
        cells[c] = ColumnSpecs.cell(rows.contribution(c / features, i, c % features));
      }
      container.addRowToTable(added.put(rows.rows().get(i), cells));
    }
  }

  private static void checkCanceled(int row, ExecutionContext exec)
      throws CanceledExecutionException {
    if (row % ROWS_BETWEEN_CHECKS == 0) {
      exec.checkCanceled();
    }
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
}
