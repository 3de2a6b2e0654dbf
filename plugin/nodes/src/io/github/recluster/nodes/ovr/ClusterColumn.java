// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.ovr;

import io.github.recluster.nodes.table.ColumnMode;
import io.github.recluster.nodes.table.Role;
import io.github.recluster.nodes.table.SeedOrigin;
import java.util.List;
import java.util.Optional;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.container.filter.TableFilter;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;

/** The column that says in which cluster a row lies. */
public final class ClusterColumn {
  private static final int ROWS_BETWEEN_CHECKS = 1024;

  private ClusterColumn() {}

  /**
   * The name of the column: the last one with the role cluster, or the one that is chosen.
   *
   * @throws InvalidSettingsException with a sentence for the user if there is none
   */
  public static String choose(DataTableSpec table, ColumnMode mode, String chosen)
      throws InvalidSettingsException {
    if (mode == ColumnMode.AUTOMATIC) {
      List<String> columns = Role.lastColumns(table, Role.CLUSTER);
      if (columns.isEmpty()) {
        throw new InvalidSettingsException(
            "The table has no cluster column. Put HDBSCAN Cluster before this node, or choose the"
                + " column in the dialog.");
      }
      return columns.get(columns.size() - 1);
    }
    if (chosen.isEmpty()) {
      throw new InvalidSettingsException(
          "No cluster column is chosen. Choose it in the dialog, or set \"Clusters\" to"
              + " \"Automatic\".");
    }
    if (!table.containsName(chosen)) {
      throw new InvalidSettingsException(
          "The table has no column \""
              + chosen
              + "\", which is chosen in the dialog as the clusters. Choose another.");
    }
    return chosen;
  }

  /** What the clusters of a column rest on, as far as it, or the table's columns, tell. */
  static Optional<String> origin(DataTableSpec table, String column) {
    Optional<SeedOrigin> seeds = SeedOrigin.of(table, List.of(column));
    if (seeds.isPresent()) {
      return seeds.map(s -> s.isConsensus() ? consensus(" " + s.words()) : single(" " + s.words()));
    }
    if (!Role.columns(table, Role.SURENESS).isEmpty()) {
      return Optional.of(consensus(""));
    }
    return Role.columns(table, Role.EMBEDDING).isEmpty()
        ? Optional.empty()
        : Optional.of(single(""));
  }

  private static String consensus(String seeds) {
    return "The clusters are a consensus of many seeds"
        + (seeds.isEmpty() ? "" : " (" + seeds.trim() + ")")
        + ", made by Cluster Stability, which tells what of them comes back.";
  }

  private static String single(String seed) {
    return "The clusters rest on one embedding, and therefore on its seed"
        + seed
        + ": Cluster Stability tells which of them come back with other seeds. What explains a cluster"
        + " that does not come back explains an accident.";
  }

  /** Each row's cluster; null where it is missing. */
  public static String[] read(BufferedDataTable table, String column, ExecutionMonitor exec)
      throws CanceledExecutionException {
    int index = table.getDataTableSpec().findColumnIndex(column);
    String[] clusters = new String[(int) table.size()];
    try (CloseableRowIterator it = table.filter(TableFilter.materializeCols(index)).iterator()) {
      for (int i = 0; i < clusters.length; i++) {
        if (i % ROWS_BETWEEN_CHECKS == 0) {
          exec.checkCanceled();
        }
        DataRow row = it.next();
        DataCell cell = row.getCell(index);
        clusters[i] = cell.isMissing() ? null : cell.toString();
      }
    }
    return clusters;
  }
}
