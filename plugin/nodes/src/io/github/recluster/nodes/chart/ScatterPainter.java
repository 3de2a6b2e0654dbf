// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import io.github.recluster.nodes.chart.Sheet.Align;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;

/**
 * Draws a {@link ScatterChart}: noise first, then the points as the rows come, so that no cluster
 * hides another; smaller and more transparent the more there are. Both axes have one scale:
 * distances on the map compare.
 */
final class ScatterPainter {
  private static final double LEGEND = 190;
  private static final double LEGEND_ROW = 21;

  private final Sheet sheet;
  private final ScatterChart chart;
  private final float[] xs;
  private final float[] ys;
  private Axis x;
  private Axis y;

  private ScatterPainter(Sheet sheet, ScatterChart chart) {
    this.sheet = sheet;
    this.chart = chart;
    this.xs = chart.coordinates().get(0);
    this.ys = chart.coordinates().get(1);
  }

  static byte[] png(ScatterChart chart, int width, int height) {
    var sheet = new Sheet(chart, width, height);
    if (chart.size() == 0) {
      return sheet.nothing("There are no rows to show.");
    }
    if (chart.coordinates().size() == 3) {
      sheet.footnote("The first two of three dimensions; the node's view shows all.");
    }
    new ScatterPainter(sheet, chart).draw();
    return sheet.png();
  }

  private void draw() {
    boolean clustered = chart.clusters() != null;
    Rectangle2D.Double body = sheet.body();
    var plot =
        new Rectangle2D.Double(
            body.x + 24, body.y, body.width - 24 - (clustered ? LEGEND + 20 : 0), body.height - 36);
    axes(plot);
    points(plot);
    if (clustered) {
      labels();
      legend(body.x + body.width - LEGEND, body.y, body.height);
    }
  }

  private void axes(Rectangle2D.Double plot) {
    double[] xr = range(xs);
    double[] yr = range(ys);
    double scale =
        Math.min((plot.width - 24) / (xr[1] - xr[0]), (plot.height - 24) / (yr[1] - yr[0]));
    double halfX = plot.width / 2 / scale;
    double halfY = plot.height / 2 / scale;
    double cx = (xr[0] + xr[1]) / 2;
    double cy = (yr[0] + yr[1]) / 2;
    x = new Axis(cx - halfX, cx + halfX, plot.x, plot.x + plot.width);
    y = new Axis(cy - halfY, cy + halfY, plot.y + plot.height, plot.y);
    sheet.draw(plot, Sheet.LINE, 1);
    for (double tick : x.ticks(6)) {
      sheet.line(x.at(tick), plot.y, x.at(tick), plot.y + plot.height, new Color(0xF2F4F7));
      sheet.small(Axis.format(tick), x.at(tick), plot.y + plot.height + 15, 60, Align.CENTER);
    }
    for (double tick : y.ticks(5)) {
      sheet.line(plot.x, y.at(tick), plot.x + plot.width, y.at(tick), new Color(0xF2F4F7));
      sheet.small(Axis.format(tick), plot.x - 5, y.at(tick) + 4, 28, Align.RIGHT);
    }
    sheet.axisName(chart.axes().get(0), plot.getCenterX(), plot.y + plot.height + 33, plot.width);
    sheet.verticalName(chart.axes().get(1), plot.x - 34, plot.getCenterY(), plot.height);
  }

  private void points(Rectangle2D.Double plot) {
    int n = chart.size();
    double radius = Math.max(1.1, Math.min(4.5, 5.2 - 0.85 * StrictMath.log10(n)));
    double covered = n * Math.PI * radius * radius / (plot.width * plot.height);
    int alpha =
        (int) Math.max(70, Math.min(210, 230 / Math.max(1, StrictMath.sqrt(1 + 4 * covered))));
    var shades = new Shades(chart, alpha);
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i < n; i++) {
        boolean behind = shades.isGrey(i);
        if (behind == (pass == 0) && Float.isFinite(xs[i]) && Float.isFinite(ys[i])) {
          sheet.dot(x.at(xs[i]), y.at(ys[i]), behind ? radius * 0.8 : radius, shades.of(i));
        }
      }
    }
  }

  /**
   * Cluster numbers at the clusters' middles, the largest cluster's first, where no other stands;
   * above clusters that they would cover.
   */
  private void labels() {
    var placed = new ArrayList<Rectangle2D.Double>();
    int[] middles = chart.middles();
    double[] reach = reach(middles);
    for (int cluster = 0; cluster < middles.length; cluster++) {
      int point = middles[cluster];
      if (point >= 0) {
        double w = sheet.measure(Integer.toString(cluster), 13, true) + 4;
        double up = reach[cluster] < 12 ? reach[cluster] + 13 : 0;
        var box = new Rectangle2D.Double(x.at(xs[point]) - w / 2, y.at(ys[point]) - up - 8, w, 16);
        if (placed.stream().noneMatch(box::intersects)) {
          placed.add(box);
          sheet.label(Integer.toString(cluster), box.getCenterX(), box.getCenterY(), 13);
        }
      }
    }
  }

  /** How far up and down each cluster reaches from its middle. */
  private double[] reach(int[] middles) {
    double[] reach = new double[middles.length];
    for (int i = 0; i < chart.size(); i++) {
      int cluster = chart.clusters()[i];
      if (cluster >= 0) {
        reach[cluster] =
            Math.max(reach[cluster], Math.abs(y.at(ys[i]) - y.at(ys[middles[cluster]])));
      }
    }
    return reach;
  }

  private void legend(double left, double top, double height) {
    int[] sizes = chart.sizes();
    int noise = chart.size() - Arrays.stream(sizes).sum();
    sheet.heading(
        sizes.length + (sizes.length == 1 ? " cluster" : " clusters"), left, top + 12, LEGEND);
    int room = (int) ((height - 24) / LEGEND_ROW) - (noise > 0 ? 1 : 0);
    int shown = sizes.length <= room ? sizes.length : room - 1;
    double at = top + 36;
    for (int cluster = 0; cluster < shown; cluster++, at += LEGEND_ROW) {
      entry(left, at, ClusterColors.of(cluster), chart.clusterNames().get(cluster), sizes[cluster]);
    }
    if (shown < sizes.length) {
      int rest = Arrays.stream(sizes).skip(shown).sum();
      entry(left, at, null, (sizes.length - shown) + " more", rest);
      at += LEGEND_ROW;
    }
    if (noise > 0) {
      entry(left, at, ClusterColors.of(ClusterColors.NOISE), "Noise", noise);
    }
  }

  private void entry(double left, double at, Color color, String name, int size) {
    if (color != null) {
      sheet.dot(left + 5, at - 4, 5, color);
    }
    String count = String.format(Locale.ROOT, "%,d", size);
    double room = LEGEND - 24 - sheet.measure(count, Sheet.SMALL + 1, false);
    sheet.text(name, left + 17, at, room, Align.LEFT, Sheet.SMALL + 1, false, Sheet.INK);
    sheet.text(count, left + LEGEND, at, 80, Align.RIGHT, Sheet.SMALL + 1, false, Sheet.MUTED);
  }

  private static double[] range(float[] values) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (float value : values) {
      if (Float.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    if (low > high) {
      return new double[] {0, 1};
    }
    return low == high ? new double[] {low - 1, high + 1} : new double[] {low, high};
  }
}
