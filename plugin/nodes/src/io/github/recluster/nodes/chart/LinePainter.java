// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import io.github.recluster.nodes.chart.Sheet.Align;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Draws {@link LineChart}. */
final class LinePainter {
  private static final double LEFT = 76;
  private static final double GAP = 30;
  private static final double NAME = 90; // of a marked place, at most

  private LinePainter() {}

  static byte[] png(LineChart chart, int width, int height) {
    var sheet = new Sheet(chart, width, height);
    float low = Float.MAX_VALUE;
    float high = 0;
    for (LineChart.Panel panel : chart.panels()) {
      for (float x : panel.x()) {
        low = Math.min(low, x);
        high = Math.max(high, x);
      }
    }
    if (high == 0) {
      return sheet.nothing("There is nothing to compare.");
    }
    Rectangle2D.Double body = sheet.body();
    double right = body.x + body.width - 10;
    double bottom = body.y + body.height - BottomAxis.HEIGHT;
    var x = new Axis(low, high, body.x + LEFT, right, true);
    double each = (body.height - BottomAxis.HEIGHT) / chart.panels().size();
    for (int i = 0; i < chart.panels().size(); i++) {
      double top = body.y + i * each + GAP / 2;
      panel(sheet, chart.panels().get(i), x, top, top + each - GAP);
    }
    for (LineChart.Mark mark : chart.marks()) {
      if (mark.x() >= low && mark.x() <= high) {
        mark(sheet, mark, x, body.y, bottom);
      }
    }
    var below = new BottomAxis(sheet, body);
    for (double tick : x.ticks(6)) {
      below.place(x, tick, Axis.format(tick), 60);
    }
    below.name(chart.axis() + ", log scale", x);
    return sheet.png();
  }

  /** A marked place, its name within the axis' ends. */
  private static void mark(Sheet sheet, LineChart.Mark mark, Axis x, double top, double bottom) {
    double at = x.at(mark.x());
    sheet.line(at, top, at, bottom, mark.chosen() ? Sheet.ACCENT : Sheet.QUIET);
    double half = Math.min(NAME, sheet.measure(mark.name(), Sheet.SMALL, mark.chosen())) / 2;
    sheet.text(
        mark.name(),
        Math.max(x.from() + half, Math.min(x.to() - half, at)),
        top,
        NAME,
        Align.CENTER,
        Sheet.SMALL,
        mark.chosen(),
        mark.chosen() ? Sheet.ACCENT : Sheet.MUTED);
  }

  private static void panel(Sheet sheet, LineChart.Panel panel, Axis x, double top, double bottom) {
    var y = new Axis(panel.shown().low(), panel.shown().high(), bottom, top);
    for (double tick : y.ticks(3)) {
      sheet.line(x.from(), y.at(tick), x.to(), y.at(tick), Sheet.LINE);
      sheet.small(Axis.format(tick), x.from() - 8, y.at(tick) + 4, 44, Align.RIGHT);
    }
    sheet.verticalName(panel.name(), x.from() - 62, (top + bottom) / 2, bottom - top + 20);
    var line = new Path2D.Double();
    for (int i = 0; i < panel.x().length; i++) {
      if (i == 0) {
        line.moveTo(x.at(panel.x()[i]), y.at(panel.y()[i]));
      } else {
        line.lineTo(x.at(panel.x()[i]), y.at(panel.y()[i]));
      }
    }
    if (panel.x().length == 1) {
      sheet.dot(x.at(panel.x()[0]), y.at(panel.y()[0]), 2, Sheet.ACCENT);
    } else if (panel.x().length > 1) {
      sheet.draw(line, Sheet.ACCENT, 1.8);
    }
  }
}
