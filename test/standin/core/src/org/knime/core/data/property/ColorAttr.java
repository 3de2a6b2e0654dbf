// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.property;

import java.awt.Color;

/** A color of a row. */
public final class ColorAttr {
  public static final ColorAttr DEFAULT = new ColorAttr(new Color(0x46, 0x46, 0x46));
  private final Color color;

  private ColorAttr(Color color) {
    this.color = color;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ColorAttr && color.equals(((ColorAttr) other).color);
  }

  @Override
  public int hashCode() {
    return color.hashCode();
  }

  @Override
  public String toString() {
    return color.toString();
  }
}
