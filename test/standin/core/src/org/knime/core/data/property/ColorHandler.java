// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.property;

import org.knime.core.data.DataCell;

/** The colors of a column's values. */
public final class ColorHandler {
  private final ColorModel model;

  public ColorHandler(ColorModel model) {
    this.model = model;
  }

  public ColorAttr getColorAttr(DataCell cell) {
    return model.getColorAttr(cell);
  }

  public ColorModel getColorModel() {
    return model;
  }

  @Override
  public String toString() {
    return model.toString();
  }
}
