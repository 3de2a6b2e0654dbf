// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.def;

import java.util.Objects;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.NominalValue;
import org.knime.core.data.StringValue;

/** A cell that holds one text. */
public final class StringCell extends DataCell implements StringValue, NominalValue {
  private static final long serialVersionUID = 1L;
  public static final DataType TYPE = DataType.getType(StringCell.class);
  private final String value;

  public StringCell(String value) {
    this.value = Objects.requireNonNull(value, "A string cell can't hold null");
  }

  @Override
  public String getStringValue() {
    return value;
  }

  @Override
  protected boolean equalsDataCell(DataCell other) {
    return value.equals(((StringCell) other).value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
