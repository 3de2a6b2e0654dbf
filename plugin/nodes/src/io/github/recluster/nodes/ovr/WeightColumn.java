// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.ovr;

import io.github.recluster.nodes.table.TableReader;
import io.github.recluster.nodes.table.TableRows;
import java.util.List;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** The column that says how much a row counts. */
final class WeightColumn {
  private WeightColumn() {}

  /**
   * Looks whether a table has the column.
   *
   * @throws InvalidSettingsException with a sentence for the user if not
   */
  static void require(DataTableSpec table, String column) throws InvalidSettingsException {
    if (column.isEmpty()) {
      throw new InvalidSettingsException(
          "No weight column is chosen. Choose it in the dialog, or let all rows count the same.");
    }
    if (!table.containsName(column)) {
      throw new InvalidSettingsException(
          "The table has no column \""
              + column
              + "\", which is chosen in the dialog as the weights. Choose another.");
    }
    if (!table.getColumnSpec(column).getType().isCompatible(DoubleValue.class)) {
      throw new InvalidSettingsException(
          "Column \"" + column + "\" holds no numbers and cannot be the weights. Choose another.");
    }
  }

  /** The weight of each row of the table; NaN where it is missing, NaN itself or infinite. */
  static double[] read(BufferedDataTable table, String column, ExecutionMonitor exec)
      throws CanceledExecutionException, KNIMEException {
    TableRows rows = TableReader.features(List.of(column)).read(table, exec);
    double[] weights = rows.features().numbers(0);
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] < 0) {
        throw new KNIMEException(
            "Row \""
                + rows.keys()[i]
                + "\", column \""
                + column
                + "\": a weight must be at least 0, got "
                + weights[i]
                + ". Correct it, or filter the row out.");
      }
    }
    return weights;
  }
}
