// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.io.Serializable;

/** One value of a table. */
public abstract class DataCell implements DataValue, Serializable {
  public DataCell() {}

  public final DataType getType() {
    return DataType.getType(getClass());
  }

  public boolean isMissing() {
    return false;
  }

  @Override
  public DataCell materializeDataCell() {
    return this;
  }

  protected abstract boolean equalsDataCell(DataCell other);

  @Override
  public final boolean equals(Object other) {
    return this == other
        || other != null && getClass() == other.getClass() && equalsDataCell((DataCell) other);
  }

  @Override
  public abstract int hashCode();

  @Override
  public abstract String toString();
}
