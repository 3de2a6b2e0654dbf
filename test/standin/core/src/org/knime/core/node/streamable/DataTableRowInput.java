// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.streamable;

import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowIterator;

/** The rows of a table at an input. */
public class DataTableRowInput extends RowInput {
  private final DataTableSpec spec;
  private final RowIterator rows;

  public DataTableRowInput(DataTable table) {
    this.spec = table.getDataTableSpec();
    this.rows = table.iterator();
  }

  @Override
  public DataTableSpec getDataTableSpec() {
    return spec;
  }

  @Override
  public DataRow poll() {
    return rows.hasNext() ? rows.next() : null;
  }

  @Override
  public void close() {}
}
