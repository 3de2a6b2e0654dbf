// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.RowKey;
import org.knime.core.node.ExecutionMonitor;

/** Makes new cells from a row; the stand-in works through the rows one after the other. */
public abstract class AbstractCellFactory implements CellFactory {
  private final DataColumnSpec[] columns;
  private boolean parallel;

  public AbstractCellFactory(DataColumnSpec... columns) {
    this(false, columns);
  }

  public AbstractCellFactory(boolean parallel, DataColumnSpec... columns) {
    this.columns = columns;
    this.parallel = parallel;
  }

  public AbstractCellFactory(
      boolean parallel, int workers, int queueSize, DataColumnSpec... columns) {
    this(parallel, columns);
  }

  @Override
  public DataColumnSpec[] getColumnSpecs() {
    return columns;
  }

  public void afterProcessing() {}

  @Override
  public void setProgress(int row, int rowCount, RowKey lastKey, ExecutionMonitor exec) {
    setProgress((long) row, (long) rowCount, lastKey, exec);
  }

  @Override
  public void setProgress(long row, long rowCount, RowKey lastKey, ExecutionMonitor exec) {
    exec.setProgress(row / (double) rowCount);
  }
}
