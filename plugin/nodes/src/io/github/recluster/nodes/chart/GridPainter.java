// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import io.github.recluster.nodes.chart.Sheet.Align;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Draws {@link HeatmapChart} and {@link IcicleChart}. */
final class GridPainter {
  private static final double NAMES = 170;
  private static final double BELOW = 62;

  private GridPainter() {}

  static byte[] png(HeatmapChart chart, int width, int height) {
    var sheet = new Sheet(chart, width, height);
    int rows = chart.rows().size();
    int columns = chart.columns().size();
    if (rows == 0 || columns == 0) {
      return sheet.nothing("There is nothing to compare.");
    }
    Range range = chart.range();
    boolean bothWays = range.isAroundZero();
    String scale = bothWays ? "blue" : "pale";
    String deep = bothWays ? "orange" : "dark";
    sheet.footnote(
        chart.valueName()
            + ": "
            + scale
            + " "
            + Axis.format(Axis.round(range.low(), 3))
            + ", "
            + deep
            + " "
            + Axis.format(Axis.round(range.high(), 3))
            + ".");
    Rectangle2D.Double body = sheet.body();
    double w = Math.min(170, (body.width - NAMES) / columns);
    double h = Math.min(64, (body.height - BELOW) / rows);
    Ramp ramp = bothWays ? Ramp.DIVERGING : Ramp.AMOUNTS;
    double gap = Math.min(w, h) > 6 ? 1 : 0;
    for (int i = 0; i < chart.values().length; i++) {
      float value = chart.values()[i];
      if (!Float.isNaN(value)) {
        sheet.bar(
            body.x + NAMES + i % columns * w,
            body.y + i / columns * h,
            w - gap,
            h - gap,
            ramp.at(range.share(value)));
      }
    }
    int everyRow = (int) Math.ceil(15 / h);
    for (int row = 0; row < rows; row += everyRow) {
      sheet.text(
          chart.rows().get(row),
          body.x + NAMES - 8,
          body.y + (row + 0.5) * h + 4,
          NAMES - 10,
          Align.RIGHT,
          Sheet.SMALL,
          false,
          Sheet.INK);
    }
    int everyColumn = (int) Math.ceil(58 / w);
    for (int column = 0; column < columns; column += everyColumn) {
      sheet.text(
          chart.columns().get(column),
          body.x + NAMES + (column + 0.5) * w,
          body.y + rows * h + 15,
          everyColumn * w - 6,
          Align.CENTER,
          Sheet.SMALL,
          false,
          Sheet.INK);
    }
    sheet.text(
        chart.columnAxis(),
        body.x + NAMES + columns * w / 2,
        body.y + rows * h + 36,
        columns * w,
        Align.CENTER,
        Sheet.SMALL + 1,
        false,
        Sheet.MUTED);
    return sheet.png();
  }

  static byte[] png(IcicleChart chart, int width, int height) {
    var sheet = new Sheet(chart, width, height);
    List<IcicleChart.Branch> branches = chart.branches();
    if (branches.isEmpty()) {
      return sheet.nothing("The tree is empty.");
    }
    sheet.footnote("Width: rows. Colored: the clusters chosen, with their numbers.");
    Rectangle2D.Double body = sheet.body();
    double[] left = places(branches);
    double deepest = 0;
    for (IcicleChart.Branch branch : branches) {
      deepest = Math.max(deepest, branch.levels()[branch.levels().length - 1]);
    }
    var y = new Axis(0, deepest > 0 ? deepest : 1, body.y, body.y + body.height - 10);
    for (double tick : y.ticks(6)) {
      sheet.text(
          Axis.format(tick),
          body.x + 56,
          y.at(tick) + 4,
          40,
          Align.RIGHT,
          Sheet.SMALL,
          false,
          Sheet.MUTED);
      sheet.line(body.x + 64, y.at(tick), body.x + body.width, y.at(tick), Sheet.LINE);
    }
    sheet.verticalText(chart.valueAxis(), body.x + 8, body.getCenterY(), body.height);
    var x = new Axis(0, Math.max(1, branches.get(0).sizes()[0]), body.x + 72, body.x + body.width);
    for (int i = 0; i < branches.size(); i++) {
      branch(sheet, branches.get(i), left[i], x, y);
    }
    return sheet.png();
  }

  private static void branch(Sheet sheet, IcicleChart.Branch branch, double left, Axis x, Axis y) {
    double middle = left + branch.sizes()[0] / 2.0;
    for (int k = 0; k < branch.sizes().length; k++) {
      double half = branch.sizes()[k] / 2.0;
      var step = new Path2D.Double();
      step.append(
          new Rectangle2D.Double(
              x.at(middle - half),
              y.at(branch.levels()[k]),
              x.at(middle + half) - x.at(middle - half),
              y.at(branch.levels()[k + 1]) - y.at(branch.levels()[k])),
          false);
      sheet.fill(
          step, branch.cluster() >= 0 ? ClusterColors.of(branch.cluster()) : new Color(0xDFE3E9));
    }
    double room = x.at(middle + branch.sizes()[0] / 2.0) - x.at(middle - branch.sizes()[0] / 2.0);
    if (branch.cluster() >= 0 && room > 18) {
      sheet.label(
          Integer.toString(branch.cluster()),
          x.at(middle),
          y.at(branch.levels()[0]) + 12,
          Sheet.NORMAL);
    }
  }

  /**
   * Where each branch begins from the left: children side by side in the middle below their parent.
   */
  private static double[] places(List<IcicleChart.Branch> branches) {
    double[] left = new double[branches.size()];
    double[] next = new double[branches.size()];
    double[] children = new double[branches.size()];
    for (IcicleChart.Branch branch : branches) {
      if (branch.parent() >= 0) {
        children[branch.parent()] += branch.sizes()[0];
      }
    }
    for (int i = 0; i < left.length; i++) {
      int parent = branches.get(i).parent();
      if (parent >= 0) {
        left[i] = next[parent];
        next[parent] += branches.get(i).sizes()[0];
      }
      next[i] = left[i] + (branches.get(i).sizes()[0] - children[i]) / 2;
    }
    return left;
  }
}
