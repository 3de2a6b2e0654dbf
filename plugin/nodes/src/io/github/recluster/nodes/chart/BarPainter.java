// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import io.github.recluster.nodes.chart.Sheet.Align;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;

/** Draws a {@link BarChart}: a panel a group, its largest features from the top. */
final class BarPainter {
  private static final int MOST_GROUPS = 20;
  private static final double ROW = 19;

  private BarPainter() {}

  /** At a width of 1,200, three groups abreast have room for long names. */
  static int height(BarChart chart) {
    int rows = (Math.min(MOST_GROUPS, chart.groups().size()) + 2) / 3;
    return Math.max(700, 110 + 220 * rows);
  }

  static byte[] png(BarChart chart, int width, int height) {
    var sheet = new Sheet(chart, width, height);
    if (chart.groups().isEmpty() || chart.features().isEmpty()) {
      return sheet.nothing("There is nothing to compare.");
    }
    int shown = Math.min(MOST_GROUPS, chart.groups().size());
    boolean directed = chart.groups().stream().anyMatch(group -> !group.directions().isEmpty());
    String more =
        shown < chart.groups().size()
            ? "  " + (chart.groups().size() - shown) + " more clusters are in the node's view."
            : "";
    String arrows = directed ? "  ▲ high values speak for the cluster, ▼ low values do." : "";
    String scales = shown > 1 ? "  Each panel has its own scale." : "";
    sheet.footnote(chart.valueAxis() + "." + scales + arrows + more);
    List<Rectangle2D.Double> panels = Panels.of(sheet.body(), shown, shown == 1 ? 1.5 : 1.7);
    for (int i = 0; i < shown; i++) {
      panel(sheet, chart, chart.groups().get(i), panels.get(i));
    }
    return sheet.png();
  }

  private static void panel(
      Sheet sheet, BarChart chart, BarChart.Group group, Rectangle2D.Double panel) {
    boolean overall = group.cluster() == BarChart.ALL;
    Color color = overall ? Sheet.ACCENT : ClusterColors.of(group.cluster());
    head(sheet, group, panel, color);
    int rows = (int) Math.max(1, Math.min(15, (panel.height - 24) / ROW));
    int[] order = largest(group.values(), rows);
    double most =
        IntStream.of(order).mapToDouble(i -> Math.abs(group.values().get(i))).max().orElse(0);
    double step = Math.min(34, (panel.height - 24) / rows);
    double names =
        IntStream.of(order)
            .mapToDouble(i -> sheet.measure(chart.features().get(i), Sheet.SMALL + 1, false))
            .max()
            .orElse(0);
    names = Math.min(names, panel.width * 0.45);
    double left = panel.x + names + 8;
    double room = panel.width - names - 8 - 50;
    for (int rank = 0; rank < order.length; rank++) {
      int i = order[rank];
      double middle = panel.y + 24 + (rank + 0.5) * step - 1;
      sheet.text(
          chart.features().get(i),
          left - 6,
          middle + 4,
          names,
          Align.RIGHT,
          Sheet.SMALL + 1,
          false,
          Sheet.INK);
      double length = most > 0 ? room * Math.abs(group.values().get(i)) / most : 0;
      double h = Math.min(18, step - 5);
      sheet.bar(left, middle - h / 2, Math.max(length, 1), h, color);
      value(sheet, group, i, left + length + 5, middle);
    }
  }

  /** The panel's color, name and note. */
  private static void head(
      Sheet sheet, BarChart.Group group, Rectangle2D.Double panel, Color color) {
    double room = panel.width - 14;
    double note = group.note().isEmpty() ? 0 : sheet.measure(group.note(), Sheet.SMALL, false) + 8;
    sheet.dot(panel.x + 5, panel.y + 8, 5, color);
    sheet.heading(group.name(), panel.x + 15, panel.y + 13, room - note);
    sheet.small(group.note(), panel.x + panel.width, panel.y + 13, room / 2, Align.RIGHT);
  }

  /** A bar's number, and which values of the feature speak for the cluster. */
  private static void value(
      Sheet sheet, BarChart.Group group, int feature, double x, double middle) {
    int direction = group.directions().isEmpty() ? 0 : group.directions().get(feature);
    if (direction != 0) {
      sheet.triangle(x + 4, middle, 4, direction > 0, Sheet.MUTED);
    }
    sheet.small(
        Axis.format(Axis.round(group.values().get(feature), 2)),
        direction != 0 ? x + 12 : x,
        middle + 4,
        60,
        Align.LEFT);
  }

  /**
   * The indices of the largest values, falling; ties by index; NaN and zero left out unless all
   * are.
   */
  static int[] largest(List<Double> values, int most) {
    return IntStream.range(0, values.size())
        .filter(i -> !values.get(i).isNaN() && values.get(i) != 0)
        .boxed()
        .sorted((a, b) -> Double.compare(Math.abs(values.get(b)), Math.abs(values.get(a))))
        .limit(most)
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
