// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import io.github.recluster.nodes.chart.Sheet.Align;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Draws {@link IcicleChart}. */
final class IciclePainter {
  private IciclePainter() {}

  static byte[] png(IcicleChart chart, int width, int height) {
    var sheet = new Sheet(chart, width, height);
    List<IcicleChart.Branch> branches = chart.branches();
    if (branches.isEmpty()) {
      return sheet.nothing("The tree is empty.");
    }
    sheet.footnote("Width: rows. Colored: the clusters chosen, with their numbers.");
    Rectangle2D.Double body = sheet.body();
    double[] left = places(branches);
    Axis y = levels(sheet, chart, body);
    var x = new Axis(0, Math.max(1, branches.get(0).sizes()[0]), body.x + 72, body.x + body.width);
    for (int i = 0; i < branches.size(); i++) {
      branch(sheet, branches.get(i), left[i], x, y);
    }
    return sheet.png();
  }

  /** The axis downwards, with its name and grid. */
  private static Axis levels(Sheet sheet, IcicleChart chart, Rectangle2D.Double body) {
    double deepest = 0;
    for (IcicleChart.Branch branch : chart.branches()) {
      deepest = Math.max(deepest, branch.levels()[branch.levels().length - 1]);
    }
    var y = new Axis(0, deepest > 0 ? deepest : 1, body.y, body.y + body.height - 10);
    for (double tick : y.ticks(6)) {
      sheet.small(Axis.format(tick), body.x + 56, y.at(tick) + 4, 40, Align.RIGHT);
      sheet.line(body.x + 64, y.at(tick), body.x + body.width, y.at(tick), Sheet.LINE);
    }
    sheet.verticalName(chart.valueAxis(), body.x + 8, body.getCenterY(), body.height);
    return y;
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
