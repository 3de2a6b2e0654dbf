// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import io.github.recluster.nodes.chart.Sheet.Align;
import java.awt.Color;
import java.awt.geom.Rectangle2D;

/** An axis along the bottom of a plot, with its name below and its grid above. */
final class BottomAxis {
  /** Its room below the plot. */
  static final double HEIGHT = 36;

  private static final Color ZERO = new Color(0x98A2B3);
  private final Sheet sheet;
  private final double top;
  private final double bottom;

  /** Below what is drawn in the body. */
  BottomAxis(Sheet sheet, Rectangle2D.Double body) {
    this.sheet = sheet;
    this.top = body.y;
    this.bottom = body.y + body.height - HEIGHT;
  }

  /** Round numbers, with a darker line at zero. */
  void numbers(Axis axis) {
    for (double tick : axis.ticks(6)) {
      sheet.line(axis.at(tick), top, axis.at(tick), bottom, tick == 0 ? ZERO : Sheet.LINE);
      place(axis, tick, Axis.format(tick), 60);
    }
  }

  /** The text at a place. */
  void place(Axis axis, double at, String text, double room) {
    sheet.small(text, axis.at(at), bottom + 15, room, Align.CENTER);
  }

  /** What grows to the right. */
  void name(String name, Axis axis) {
    sheet.axisName(name, (axis.from() + axis.to()) / 2, bottom + 33, axis.to() - axis.from());
  }
}
