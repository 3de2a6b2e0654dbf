// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import java.util.List;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowIterator;

/** Rows in memory. */
final class RowsTable implements DataTable {
  private final List<DataRow> rows;
  private final DataTableSpec spec;

  RowsTable(List<DataRow> rows, DataTableSpec spec) {
    this.rows = rows;
    this.spec = spec;
  }

  @Override
  public DataTableSpec getDataTableSpec() {
    return spec;
  }

  @Override
  public RowIterator iterator() {
    return CloseableRowIterator.from(rows.iterator());
  }
}
