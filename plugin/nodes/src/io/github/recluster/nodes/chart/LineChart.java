// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import java.util.List;

/**
 * Several quantities over one axis, a panel each below the other, with marked places on the axis.
 *
 * @param axis what grows to the right, with its unit; more than 0, drawn as logarithms
 */
public record LineChart(
    String title, String caption, String axis, List<Panel> panels, List<Mark> marks)
    implements Chart {

  /**
   * One quantity.
   *
   * @param name what it is, with its unit
   * @param x places on the axis, rising, more than 0
   * @param y the quantity there
   * @param range where its own axis begins and ends; null = from 0 to the greatest
   */
  @SuppressWarnings("ArrayRecordComponent") // long, shared, never written to
  public record Panel(String name, float[] x, float[] y, Range range) {
    public Panel {
      if (x.length != y.length) {
        throw new IllegalArgumentException(
            "y must be " + x.length + " (one a place), got " + y.length);
      }
    }

    public Panel(String name, float[] x, float[] y) {
      this(name, x, y, null);
    }

    Range shown() {
      return range == null ? Range.fromZero(y) : range;
    }

    Json.Raw json() {
      Json.Raw ends = range == null ? null : range.json();
      return Json.of("name", name, "x", Json.pack(x), "y", Json.pack(y), "range", ends);
    }
  }

  /** A place on the axis; the chosen one stands out. */
  public record Mark(float x, String name, boolean chosen) {}

  public LineChart {
    panels = List.copyOf(panels);
    marks = List.copyOf(marks);
  }

  @Override
  public String toJson() {
    return Json.chart(
        "lines",
        this,
        "axis",
        axis,
        "panels",
        panels.stream().map(Panel::json).toList(),
        "marks",
        marks.stream().map(m -> Json.of("x", m.x, "name", m.name, "chosen", m.chosen)).toList());
  }

  @Override
  public byte[] toPng(int width, int height) {
    return LinePainter.png(this, width, height);
  }
}
