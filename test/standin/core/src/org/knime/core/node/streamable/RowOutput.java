// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.streamable;

import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;

/** Rows at an output. */
public abstract class RowOutput extends PortOutput {
  public RowOutput() {}

  public abstract void push(DataRow row) throws InterruptedException;

  public void setFully(BufferedDataTable table) throws InterruptedException {
    for (DataRow row : table) {
      push(row);
    }
    close();
  }

  public abstract void close() throws InterruptedException;
}
