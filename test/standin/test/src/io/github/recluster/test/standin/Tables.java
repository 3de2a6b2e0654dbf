// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.standin;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;

/** Small tables. */
final class Tables {
  private Tables() {}

  static ExecutionContext exec() {
    return new ExecutionContext(new DefaultNodeProgressMonitor(), null);
  }

  static DataTableSpec spec() {
    return new DataTableSpec(
        new String[] {"x", "n", "name"},
        new DataType[] {DoubleCell.TYPE, IntCell.TYPE, StringCell.TYPE});
  }

  /** Rows i = 0 … with x = i / 2 (the last missing), n = −i, and the names a, b by turns. */
  static BufferedDataTable table(int rows) {
    BufferedDataContainer container = exec().createDataContainer(spec());
    for (int i = 0; i < rows; i++) {
      DataCell x = i == rows - 1 ? DataType.getMissingCell() : new DoubleCell(i / 2.0);
      DataCell name = new StringCell(i % 2 == 0 ? "a" : "b");
      container.addRowToTable(
          new DefaultRow(RowKey.createRowKey((long) i), x, new IntCell(-i), name));
    }
    container.close();
    return container.getTable();
  }
}
