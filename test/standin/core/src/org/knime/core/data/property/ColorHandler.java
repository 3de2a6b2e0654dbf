// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.property;

/** The colors of a column's values. */
public final class ColorHandler {
  private final ColorModel model;

  public ColorHandler(ColorModel model) {
    this.model = model;
  }

  @Override
  public String toString() {
    return model.toString();
  }
}
