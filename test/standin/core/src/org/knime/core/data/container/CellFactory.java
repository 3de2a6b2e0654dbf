// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;
import org.knime.core.node.ExecutionMonitor;

/** Makes new cells from a row. */
public interface CellFactory {
  default DataCell[] getCells(DataRow row) {
    throw new IllegalStateException("getCells is not implemented by " + getClass());
  }

  default DataCell[] getCells(DataRow row, long rowIndex) {
    return getCells(row);
  }

  DataColumnSpec[] getColumnSpecs();

  void setProgress(int row, int rowCount, RowKey lastKey, ExecutionMonitor exec);

  default void setProgress(long row, long rowCount, RowKey lastKey, ExecutionMonitor exec) {
    setProgress((int) row, (int) rowCount, lastKey, exec);
  }
}
