// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.v2;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataValue;

/** The values of a row. */
public interface RowValueRead {
  int getNumColumns();

  <D extends DataValue> D getValue(int index);

  boolean isMissing(int index);

  default DataCell getAsDataCell(int index) {
    DataValue value = getValue(index);
    return value.materializeDataCell();
  }
}
