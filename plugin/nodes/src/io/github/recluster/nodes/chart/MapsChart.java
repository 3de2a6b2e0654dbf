// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import java.util.List;

/**
 * Small maps of the same points side by side, to compare. All are colored by one column, so that
 * what lies together in one can be followed to the others.
 *
 * @param columns how many stand side by side
 * @param values columns to color by, the first at first
 */
public record MapsChart(
    String title, String caption, int columns, List<Panel> panels, List<PointValues> values)
    implements Chart {

  /**
   * One map.
   *
   * @param name what it was made with
   * @param note what is to be known about it, in a few words
   * @param x a coordinate a point; NaN where it has no place
   * @param y the same, upwards
   * @param chosen whether it is the one that the others are compared with
   */
  @SuppressWarnings("ArrayRecordComponent") // long, shared, never written to
  public record Panel(String name, String note, float[] x, float[] y, boolean chosen) {
    public Panel {
      if (x.length != y.length) {
        throw new IllegalArgumentException(
            "y must be " + x.length + " (one a point), got " + y.length);
      }
    }

    Json.Raw json() {
      return Json.of(
          "name", name, "note", note, "x", Json.pack(x), "y", Json.pack(y), "chosen", chosen);
    }
  }

  public MapsChart {
    panels = List.copyOf(panels);
    values = List.copyOf(values);
    if (columns < 1) {
      throw new IllegalArgumentException("columns must be 1 or more, got " + columns);
    }
    for (Panel panel : panels) {
      for (PointValues column : values) {
        if (column.numbers().length != panel.x().length) {
          throw new IllegalArgumentException(
              column.name()
                  + " must be "
                  + panel.x().length
                  + " (one a point), got "
                  + column.numbers().length);
        }
      }
    }
  }

  @Override
  public String toJson() {
    return Json.chart(
        "maps",
        this,
        "columns",
        columns,
        "panels",
        panels.stream().map(Panel::json).toList(),
        "values",
        values.stream().map(PointValues::json).toList());
  }

  @Override
  public byte[] toPng(int width, int height) {
    return MapsPainter.png(this, width, height);
  }
}
