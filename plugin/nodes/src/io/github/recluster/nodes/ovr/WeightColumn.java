// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.ovr;

import io.github.recluster.nodes.table.TableReader;
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

  /** The weight of each row of the table; NaN where it is missing. */
  static double[] read(BufferedDataTable table, String column, ExecutionMonitor exec)
      throws CanceledExecutionException, KNIMEException {
    double[] weights =
        TableReader.features(List.of(column)).read(table, exec).features().numbers(0);
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] < 0 || Double.isInfinite(weights[i])) {
        throw new KNIMEException(
            "Weights must be finite and at least 0: column \""
                + column
                + "\" has "
                + weights[i]
                + " in row number "
                + (i + 1)
                + ".");
      }
    }
    return weights;
  }
}
