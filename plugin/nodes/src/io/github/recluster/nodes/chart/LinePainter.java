// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import io.github.recluster.nodes.chart.Sheet.Align;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Draws {@link LineChart}. */
final class LinePainter {
  private static final double LEFT = 76;
  private static final double BELOW = 44;
  private static final double GAP = 30;

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
    var x = new Axis(low, high, body.x + LEFT, right, true);
    double each = (body.height - BELOW) / chart.panels().size();
    for (int i = 0; i < chart.panels().size(); i++) {
      double top = body.y + i * each + GAP / 2;
      panel(sheet, chart.panels().get(i), x, top, top + each - GAP);
    }
    double bottom = body.y + body.height - BELOW;
    for (LineChart.Mark mark : chart.marks()) {
      if (mark.x() >= low && mark.x() <= high) {
        sheet.line(
            x.at(mark.x()),
            body.y,
            x.at(mark.x()),
            bottom,
            mark.chosen() ? Sheet.ACCENT : Sheet.QUIET);
        sheet.text(
            mark.name(),
            x.at(mark.x()),
            body.y,
            90,
            Align.CENTER,
            Sheet.SMALL,
            mark.chosen(),
            mark.chosen() ? Sheet.ACCENT : Sheet.MUTED);
      }
    }
    for (double tick : x.ticks(6)) {
      sheet.text(
          Axis.format(tick),
          x.at(tick),
          bottom + 14,
          60,
          Align.CENTER,
          Sheet.SMALL,
          false,
          Sheet.MUTED);
    }
    sheet.text(
        chart.axis() + ", log scale",
        (body.x + LEFT + right) / 2,
        bottom + 34,
        body.width,
        Align.CENTER,
        Sheet.SMALL + 1,
        false,
        Sheet.MUTED);
    return sheet.png();
  }

  private static void panel(Sheet sheet, LineChart.Panel panel, Axis x, double top, double bottom) {
    double highest = 0;
    for (float y : panel.y()) {
      highest = Math.max(highest, y);
    }
    var y = new Axis(0, highest > 0 ? highest : 1, bottom, top);
    for (double tick : y.ticks(3)) {
      sheet.line(x.from(), y.at(tick), x.to(), y.at(tick), Sheet.LINE);
      sheet.text(
          Axis.format(tick),
          x.from() - 8,
          y.at(tick) + 4,
          44,
          Align.RIGHT,
          Sheet.SMALL,
          false,
          Sheet.MUTED);
    }
    sheet.verticalText(panel.name(), x.from() - 62, (top + bottom) / 2, bottom - top + 20);
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
