// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import io.github.recluster.nodes.chart.Sheet.Align;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Draws {@link WaterfallChart}: from the average, a bar a step, to this row. */
final class WaterfallPainter {
  private static final int MOST_STEPS = 18;
  private static final double NAMES = 290;
  private static final Color END = new Color(0x8FA3B8);

  private final Sheet sheet;
  private final Rectangle2D.Double body;
  private final Axis axis;
  private final double step;

  /** A bar from one sum to the next. */
  private record Line(String name, double from, double to, Color color) {}

  private WaterfallPainter(Sheet sheet, Rectangle2D.Double body, Axis axis, double step) {
    this.sheet = sheet;
    this.body = body;
    this.axis = axis;
    this.step = step;
  }

  static byte[] png(WaterfallChart chart, int width, int height) {
    var sheet = new Sheet(chart, width, height);
    if (chart.steps().size() > MOST_STEPS) {
      sheet.footnote("The last of " + chart.steps().size() + " steps are drawn as one.");
    }
    Rectangle2D.Double body = sheet.body();
    List<Line> lines = lines(chart);
    float[] sums = new float[lines.size()];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = (float) lines.get(i).to();
    }
    Range range = Range.withZero(List.of(sums));
    double step = Math.min(46, (body.height - 46) / lines.size());
    var axis = new Axis(range.low(), range.high(), body.x + NAMES, body.x + body.width - 68);
    var below =
        new BottomAxis(
            sheet, new Rectangle2D.Double(body.x, body.y, body.width, lines.size() * step + 46));
    below.numbers(axis);
    below.name(chart.unit(), axis);
    var painter = new WaterfallPainter(sheet, body, axis, step);
    for (int i = 0; i < lines.size(); i++) {
      painter.line(lines.get(i), body.y + (i + 0.5) * step);
    }
    return sheet.png();
  }

  private static List<Line> lines(WaterfallChart chart) {
    var lines = new ArrayList<Line>();
    double sum = chart.baseValue();
    lines.add(new Line("On average", 0, sum, END));
    for (WaterfallChart.Step s : chart.steps().stream().limit(MOST_STEPS).toList()) {
      String name = s.value().isEmpty() ? s.feature() : s.feature() + " = " + s.value();
      Color color = Ramp.DIVERGING.at(s.contribution() > 0 ? 1 : 0);
      lines.add(new Line(name, sum, sum + s.contribution(), color));
      sum += s.contribution();
    }
    if (chart.steps().size() > MOST_STEPS) {
      lines.add(new Line("all others", sum, chart.result(), Sheet.QUIET));
    }
    lines.add(new Line("This row", 0, chart.result(), END));
    return lines;
  }

  private void line(Line line, double middle) {
    double left = Math.min(axis.at(line.from()), axis.at(line.to()));
    double right = Math.max(axis.at(line.from()), axis.at(line.to()));
    sheet.text(
        line.name(),
        body.x + NAMES - 14,
        middle + 4,
        NAMES - 20,
        Align.RIGHT,
        Sheet.NORMAL,
        false,
        Sheet.INK);
    sheet.bar(left, middle - step * 0.32, Math.max(1, right - left), step * 0.64, line.color());
    boolean end = line.color().equals(END);
    double by = line.to() - line.from();
    sheet.small(
        (!end && by > 0 ? "+" : "") + Axis.format(Axis.round(by, 3)),
        right + 6,
        middle + 4,
        54,
        Align.LEFT);
  }
}
