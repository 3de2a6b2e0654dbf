// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** What a cell can be asked for. */
public interface DataValue {
  default DataCell materializeDataCell() {
    return (DataCell) this;
  }
}
