// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;

/** Makes one new cell from a row. */
public abstract class SingleCellFactory extends AbstractCellFactory {
  public SingleCellFactory(DataColumnSpec column) {
    super(column);
  }

  public SingleCellFactory(boolean parallel, DataColumnSpec column) {
    super(parallel, column);
  }

  public SingleCellFactory(boolean parallel, int workers, int queueSize, DataColumnSpec column) {
    super(parallel, workers, queueSize, column);
  }

  @Override
  public DataCell[] getCells(DataRow row, long rowIndex) {
    return new DataCell[] {getCell(row, rowIndex)};
  }

  public DataCell getCell(DataRow row) {
    throw new IllegalStateException("getCell is not implemented by " + getClass());
  }

  public DataCell getCell(DataRow row, long rowIndex) {
    return getCell(row);
  }
}
