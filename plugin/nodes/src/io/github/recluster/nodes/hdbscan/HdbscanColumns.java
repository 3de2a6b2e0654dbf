// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.hdbscan;

import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.hdbscan.ClusterSummary;
import io.github.recluster.core.hdbscan.HdbscanModel;
import io.github.recluster.nodes.run.Memory;
import io.github.recluster.nodes.table.ClusterNames;
import io.github.recluster.nodes.table.ColumnSpecs;
import io.github.recluster.nodes.table.Role;
import java.util.Arrays;
import java.util.Set;
import java.util.function.IntFunction;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.KNIMEException;

/** The columns and the table that clustering makes. */
final class HdbscanColumns {
  private HdbscanColumns() {}

  /** What the model adds to new rows: cluster and probability. */
  static DataTableSpec outputs(String... clusterNames) {
    return new DataTableSpec(
        ColumnSpecs.names("Cluster", Role.CLUSTER, clusterNames),
        ColumnSpecs.withBounds(ColumnSpecs.number("Cluster probability", Role.PROBABILITY), 0, 1));
  }

  /** What clustering adds to its own rows: these, and how far a row lies outside. */
  static DataColumnSpec[] added(DataTableSpec outputs) {
    return new DataColumnSpec[] {
      outputs.getColumnSpec(0),
      outputs.getColumnSpec(1),
      ColumnSpecs.withBounds(ColumnSpecs.number("Outlier score", Role.OUTLIER_SCORE), 0, 1)
    };
  }

  /** How many clusters a model has, by what it adds; −1 before it is made. */
  static int clusters(DataTableSpec outputs) {
    Set<DataCell> names = outputs.getColumnSpec(0).getDomain().getValues();
    return names == null ? -1 : names.size() - 1; // one of them is noise
  }

  /** Columns, and behind them how much a row belongs to each cluster. */
  static DataColumnSpec[] withMemberships(DataColumnSpec[] columns, int clusters) {
    DataColumnSpec[] all = Arrays.copyOf(columns, columns.length + clusters);
    for (int c = 0; c < clusters; c++) {
      String name = "Membership (" + ClusterNames.of(c) + ")";
      all[columns.length + c] =
          ColumnSpecs.withBounds(ColumnSpecs.number(name, Role.MEMBERSHIP), 0, 1);
    }
    return all;
  }

  /** Cells of a row, and behind them how much it belongs to each cluster. */
  static IntFunction<DataCell[]> withMemberships(IntFunction<DataCell[]> cells, Matrix shares) {
    return row -> {
      DataCell[] before = cells.apply(row);
      DataCell[] all = Arrays.copyOf(before, before.length + shares.columns());
      for (int c = 0; c < shares.columns(); c++) {
        all[before.length + c] = ColumnSpecs.cell(shares.get(row, c));
      }
      return all;
    };
  }

  /** Columns, and behind them the cluster at one distance. */
  static DataColumnSpec[] withDbscan(DataColumnSpec[] columns, String... clusterNames) {
    DataColumnSpec[] all = Arrays.copyOf(columns, columns.length + 1);
    all[columns.length] = ColumnSpecs.names("DBSCAN cluster", Role.DBSCAN_CLUSTER, clusterNames);
    return all;
  }

  /** Cells of a row, and behind them its cluster at one distance. */
  static IntFunction<DataCell[]> withDbscan(IntFunction<DataCell[]> cells, int[] labels) {
    return row -> {
      DataCell[] before = cells.apply(row);
      DataCell[] all = Arrays.copyOf(before, before.length + 1);
      all[before.length] = new StringCell(ClusterNames.of(labels[row]));
      return all;
    };
  }

  /**
   * Looks whether there is memory for memberships.
   *
   * @throws KNIMEException with a sentence for the user, if not
   */
  static void requireMemory(HdbscanModel model, long rows) throws KNIMEException {
    Memory.require("Membership", rows, model.clusters().size(), model.membershipMemory(rows));
  }

  /** The cells of a row: cluster, and numbers between 0 and 1. */
  static IntFunction<DataCell[]> cells(int[] labels, double[]... numbers) {
    return row -> {
      DataCell[] cells = new DataCell[1 + numbers.length];
      cells[0] = new StringCell(ClusterNames.of(labels[row]));
      for (int i = 0; i < numbers.length; i++) {
        cells[1 + i] = ColumnSpecs.cell(numbers[i][row]);
      }
      return cells;
    };
  }

  /** The table of clusters, a row each. */
  static DataTableSpec clustersSpec() {
    return new DataTableSpec(
        ColumnSpecs.plain("Cluster", StringCell.TYPE),
        ColumnSpecs.plain("Size", IntCell.TYPE),
        ColumnSpecs.plain("Share", DoubleCell.TYPE),
        ColumnSpecs.plain("Stability", DoubleCell.TYPE),
        ColumnSpecs.plain("Persistence", DoubleCell.TYPE),
        ColumnSpecs.plain("Exemplar", StringCell.TYPE),
        ColumnSpecs.plain("Mean probability", DoubleCell.TYPE),
        ColumnSpecs.plain("DBCV part", DoubleCell.TYPE),
        ColumnSpecs.plain("Silhouette", DoubleCell.TYPE));
  }

  static BufferedDataTable clusters(HdbscanModel model, String[] keys, ExecutionContext exec) {
    BufferedDataContainer container = exec.createDataContainer(clustersSpec());
    for (ClusterSummary c : model.clusters()) {
      String name = ClusterNames.of(c.label());
      container.addRowToTable(
          new DefaultRow(
              name,
              new StringCell(name),
              new IntCell(c.size()),
              ColumnSpecs.cell(c.share()),
              ColumnSpecs.cell(c.stability()),
              ColumnSpecs.cell(c.persistence()),
              new StringCell(keys[c.exemplar()]),
              ColumnSpecs.cell(c.meanProbability()),
              ColumnSpecs.cell(c.dbcv()),
              ColumnSpecs.cell(c.silhouette())));
    }
    container.close();
    return container.getTable();
  }
}
