// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import io.github.recluster.nodes.chart.Sheet.Align;
import java.awt.geom.Rectangle2D;

/** Draws {@link HeatmapChart}. */
final class HeatmapPainter {
  private static final double NAMES = 170;
  private static final double BELOW = 62;
  private static final double SMALL = 0.45; // the side of a cell of few rows

  private final Sheet sheet;
  private final HeatmapChart chart;
  private final Rectangle2D.Double grid;
  private final double w; // of a cell
  private final double h;

  private HeatmapPainter(Sheet sheet, HeatmapChart chart) {
    this.sheet = sheet;
    this.chart = chart;
    int rows = chart.rows().size();
    int columns = chart.columns().size();
    Rectangle2D.Double body = sheet.body();
    w = Math.min(170, (body.width - NAMES) / columns);
    h = Math.min(64, (body.height - BELOW) / rows);
    grid = new Rectangle2D.Double(body.x + NAMES, body.y, w * columns, h * rows);
  }

  static byte[] png(HeatmapChart chart, int width, int height) {
    var sheet = new Sheet(chart, width, height);
    if (chart.values().length == 0) {
      return sheet.nothing("There is nothing to compare.");
    }
    sheet.footnote(scale(chart));
    var painter = new HeatmapPainter(sheet, chart);
    painter.cells();
    painter.rowNames();
    painter.columnNames();
    return sheet.png();
  }

  /** What the colors and sizes mean. */
  private static String scale(HeatmapChart chart) {
    Range range = chart.range();
    boolean bothWays = range.isAroundZero();
    return chart.valueName()
        + ": "
        + (bothWays ? "blue " : "pale ")
        + Axis.format(Axis.round(range.low(), 3))
        + ", "
        + (bothWays ? "orange " : "dark ")
        + Axis.format(Axis.round(range.high(), 3))
        + "."
        + (chart.hasFew() ? " Small: fewer than " + HeatmapChart.FEW + " rows." : "");
  }

  private void cells() {
    Ramp ramp = chart.range().isAroundZero() ? Ramp.DIVERGING : Ramp.AMOUNTS;
    double gap = Math.min(w, h) > 6 ? 1 : 0;
    for (int i = 0; i < chart.values().length; i++) {
      float value = chart.values()[i];
      if (!Float.isNaN(value)) {
        double side = chart.isOfFew(i) ? SMALL : 1;
        double x = grid.x + (i % chart.columns().size() + (1 - side) / 2) * w;
        double y = grid.y + (i / chart.columns().size() + (1 - side) / 2) * h;
        sheet.bar(x, y, side * w - gap, side * h - gap, ramp.at(chart.range().share(value)));
      }
    }
  }

  private void rowNames() {
    int every = (int) Math.ceil(15 / h);
    for (int row = 0; row < chart.rows().size(); row += every) {
      sheet.text(
          chart.rows().get(row),
          grid.x - 8,
          grid.y + (row + 0.5) * h + 4,
          NAMES - 10,
          Align.RIGHT,
          Sheet.SMALL,
          false,
          Sheet.INK);
    }
  }

  private void columnNames() {
    double bottom = grid.y + grid.height;
    int every = (int) Math.ceil(58 / w);
    for (int column = 0; column < chart.columns().size(); column += every) {
      sheet.text(
          chart.columns().get(column),
          grid.x + (column + 0.5) * w,
          bottom + 15,
          every * w - 6,
          Align.CENTER,
          Sheet.SMALL,
          false,
          Sheet.INK);
    }
    sheet.axisName(chart.columnAxis(), grid.getCenterX(), bottom + 36, grid.width);
  }
}
