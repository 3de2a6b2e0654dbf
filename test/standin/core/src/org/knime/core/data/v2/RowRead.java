// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.v2;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataValue;
import org.knime.core.data.RowKeyValue;

/** A row as a cursor shows it. */
public interface RowRead extends RowValueRead {
  RowKeyValue getRowKey();

  static RowRead from(DataRow row) {
    return new RowRead() {
      @Override
      public RowKeyValue getRowKey() {
        return row.getKey();
      }

      @Override
      public int getNumColumns() {
        return row.getNumCells();
      }

      @Override
      @SuppressWarnings("unchecked") // the caller says which value it wants
      public <D extends DataValue> D getValue(int index) {
        if (isMissing(index)) {
          throw new IllegalStateException("The cell in column " + index + " is missing");
        }
        return (D) row.getCell(index);
      }

      @Override
      public boolean isMissing(int index) {
        return row.getCell(index).isMissing();
      }

      @Override
      public DataCell getAsDataCell(int index) {
        return row.getCell(index);
      }
    };
  }
}
