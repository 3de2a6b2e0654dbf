// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import io.github.recluster.nodes.chart.Sheet.Align;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;

/** Draws {@link MapsChart}: each map as large as its panel lets it, with one scale in both axes. */
final class MapsPainter {
  private static final double GAP = 14;
  private static final double WORDS = 34;
  private static final double INSET = 5;
  private static final int ALPHA = 190;

  private MapsPainter() {}

  static byte[] png(MapsChart chart, int width, int height) {
    var sheet = new Sheet(chart, width, height);
    if (chart.panels().isEmpty() || chart.panels().get(0).x().length == 0) {
      return sheet.nothing("There are no rows to show.");
    }
    Color[] colors = colors(chart);
    int count = chart.panels().size();
    int rows = (count + chart.columns() - 1) / chart.columns();
    List<Rectangle2D.Double> places = Panels.grid(sheet.body(), rows, chart.columns(), GAP);
    for (int i = 0; i < count; i++) {
      panel(sheet, chart.panels().get(i), places.get(i), colors);
    }
    return sheet.png();
  }

  private static void panel(
      Sheet sheet, MapsChart.Panel panel, Rectangle2D.Double place, Color[] colors) {
    Color ink = panel.chosen() ? Sheet.ACCENT : Sheet.INK;
    sheet.text(
        panel.name(), place.x, place.y + 10, place.width, Align.LEFT, Sheet.SMALL + 1, true, ink);
    sheet.small(panel.note(), place.x, place.y + 25, place.width, Align.LEFT);
    var frame =
        new Rectangle2D.Double(
            place.x, place.y + WORDS, place.width, Math.max(1, place.height - WORDS));
    sheet.draw(frame, panel.chosen() ? Sheet.ACCENT : Sheet.LINE, panel.chosen() ? 2 : 1);
    double[] xs = range(panel.x());
    double[] ys = range(panel.y());
    double scale =
        Math.min(
            (frame.width - 2 * INSET) / (xs[1] - xs[0]),
            (frame.height - 2 * INSET) / (ys[1] - ys[0]));
    double radius = panel.x().length > 500 ? 1.1 : 1.8;
    for (int i = 0; i < panel.x().length; i++) {
      if (Float.isFinite(panel.x()[i]) && Float.isFinite(panel.y()[i]) && scale > 0) {
        sheet.dot(
            frame.getCenterX() + (panel.x()[i] - (xs[0] + xs[1]) / 2) * scale,
            frame.getCenterY() - (panel.y()[i] - (ys[0] + ys[1]) / 2) * scale,
            radius,
            colors[i]);
      }
    }
  }

  private static double[] range(float[] values) {
    double low = Double.MAX_VALUE;
    double high = -Double.MAX_VALUE;
    for (float value : values) {
      if (Float.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    return low < high ? new double[] {low, high} : new double[] {low - 1, low + 1};
  }

  /** By the first column: numbers by rank, unless their range is fixed. */
  private static Color[] colors(MapsChart chart) {
    var colors = new Color[chart.panels().get(0).x().length];
    Arrays.fill(colors, Ramp.faded(ClusterColors.of(0), ALPHA));
    if (chart.values().isEmpty()) {
      return colors;
    }
    PointValues column = chart.values().get(0);
    float[] numbers = column.numbers();
    double[] ranks = column.range() == null ? Ranks.of(numbers) : null;
    for (int i = 0; i < colors.length; i++) {
      colors[i] =
          Ramp.faded(
              column.categories().isEmpty()
                  ? Ramp.PLACES.at(ranks == null ? column.range().share(numbers[i]) : ranks[i])
                  : ClusterColors.of((int) numbers[i]),
              ALPHA);
    }
    return colors;
  }
}
