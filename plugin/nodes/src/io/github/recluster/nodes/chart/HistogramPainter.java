// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import io.github.recluster.nodes.chart.Sheet.Align;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;

/**
 * Draws a {@link HistogramChart}: a panel a feature, before beside after, or features across and
 * clusters down.
 */
final class HistogramPainter {
  private static final int MOST_FEATURES = 24;
  private static final int MOST_CLUSTERS = 10;
  private static final int MOST_COLUMNS = 7;
  private static final double NAMES = 116;

  private final Sheet sheet;

  private HistogramPainter(Sheet sheet) {
    this.sheet = sheet;
  }

  static byte[] png(HistogramChart chart, int width, int height) {
    var sheet = new Sheet(chart, width, height);
    List<HistogramChart.Feature> features = chart.features();
    if (features.isEmpty()) {
      return sheet.nothing("There are no features to show.");
    }
    var painter = new HistogramPainter(sheet);
    if (!features.get(0).histograms().get(0).parts().isEmpty()) {
      painter.byCluster(features);
    } else {
      painter.panels(features);
    }
    return sheet.png();
  }

  private void panels(List<HistogramChart.Feature> features) {
    int shown = Math.min(features.size(), MOST_FEATURES);
    sheet.footnote(
        "Each panel has its own scale."
            + (shown < features.size()
                ? "  " + (features.size() - shown) + " more features are in the node's view."
                : ""));
    int sides = features.get(0).histograms().size();
    List<Rectangle2D.Double> panels = Panels.of(sheet.body(), shown, 1.7 * sides);
    for (int i = 0; i < shown; i++) {
      HistogramChart.Feature feature = features.get(i);
      Rectangle2D.Double panel = panels.get(i);
      sheet.heading(feature.name(), panel.x, panel.y + 12, panel.width);
      var below = new Rectangle2D.Double(panel.x, panel.y + 18, panel.width, panel.height - 18);
      List<Rectangle2D.Double> halves =
          Panels.grid(below, 1, Math.max(1, feature.histograms().size()), 18);
      for (int side = 0; side < feature.histograms().size(); side++) {
        Color color = side == 0 ? new Color(0x8FA3B8) : Sheet.ACCENT;
        one(
            feature.histograms().get(side),
            halves.get(side),
            feature.histograms().size() == 1 ? Sheet.ACCENT : color);
      }
    }
  }

  private void one(Histogram histogram, Rectangle2D.Double room, Color color) {
    var plot =
        new Rectangle2D.Double(room.x, room.y + 4, room.width, Math.max(4, room.height - 34));
    bars(
        histogram.counts(),
        histogram.counts().stream().mapToInt(Integer::intValue).max().orElse(0),
        plot,
        color);
    sheet.line(
        plot.x, plot.y + plot.height, plot.x + plot.width, plot.y + plot.height, Sheet.QUIET);
    ticks(histogram, plot);
    String missing =
        histogram.missing() == 0 ? "" : " (" + Axis.format(histogram.missing()) + " missing)";
    sheet.small(
        histogram.axis() + missing,
        plot.getCenterX(),
        plot.y + plot.height + 28,
        plot.width,
        Align.CENTER);
  }

  private void bars(List<Integer> counts, double most, Rectangle2D.Double plot, Color color) {
    if (most <= 0) {
      return;
    }
    double step = plot.width / counts.size();
    double gap = counts.size() < 8 ? step * 0.2 : Math.min(1, step * 0.1);
    for (int i = 0; i < counts.size(); i++) {
      double h = plot.height * counts.get(i) / most;
      if (counts.get(i) > 0) {
        h = Math.max(h, 0.75); // a single row far out must be seen
      }
      sheet.bar(plot.x + i * step + gap / 2, plot.y + plot.height - h, step - gap, h, color);
    }
  }

  private void ticks(Histogram histogram, Rectangle2D.Double plot) {
    double y = plot.y + plot.height + 14;
    List<Double> edges = histogram.edges();
    if (edges.isEmpty()) {
      double step =
          histogram.categories().isEmpty() ? 0 : plot.width / histogram.categories().size();
      for (int i = 0; i < histogram.categories().size(); i++) {
        sheet.small(
            histogram.categories().get(i), plot.x + (i + 0.5) * step, y, step - 4, Align.CENTER);
      }
      return;
    }
    var axis =
        new Axis(
            edges.get(0),
            edges.get(edges.size() - 1),
            plot.x,
            plot.x + plot.width,
            histogram.logarithmic());
    double end = plot.x - 6;
    for (double tick : axis.ticks((int) Math.max(2, Math.min(6, plot.width / 60)))) {
      if (edges.get(1) - edges.get(0) == 1 && tick != Math.rint(tick)) {
        continue; // bins of whole numbers
      }
      String text = Axis.format(tick);
      double half = sheet.measure(text, Sheet.SMALL, false) / 2;
      double x = Math.max(plot.x + half, Math.min(plot.x + plot.width - half, axis.at(tick)));
      if (x - half > end) {
        sheet.small(text, x, y, 2 * half + 1, Align.CENTER);
        end = x + half + 6;
      }
    }
  }

  private void byCluster(List<HistogramChart.Feature> features) {
    List<Histogram.Part> parts = features.get(0).histograms().get(0).parts();
    int rows =
        (int) Math.min(MOST_CLUSTERS, parts.stream().filter(part -> part.cluster() >= 0).count());
    int columns = Math.min(MOST_COLUMNS, features.size());
    if (rows == 0) {
      panels(
          features.stream()
              .map(f -> new HistogramChart.Feature(f.name(), f.histograms().get(0).withoutParts()))
              .toList());
      return;
    }
    if (rows < parts.size() || columns < features.size()) {
      sheet.footnote(
          "The first "
              + columns
              + " of "
              + features.size()
              + " features, the largest "
              + rows
              + " clusters; all are in the node's view.");
    }
    Rectangle2D.Double body = sheet.body();
    var grid =
        new Rectangle2D.Double(body.x + NAMES, body.y + 20, body.width - NAMES, body.height - 44);
    List<Rectangle2D.Double> cells = Panels.grid(grid, rows, columns, 14);
    for (int column = 0; column < columns; column++) {
      Histogram histogram = features.get(column).histograms().get(0);
      featureName(features.get(column).name(), cells.get(column), body.y + 12);
      for (int row = 0; row < rows; row++) {
        cell(histogram, histogram.parts().get(row), cells.get(row * columns + column));
      }
      ticks(histogram, cells.get((rows - 1) * columns + column));
    }
    for (int row = 0; row < rows; row++) {
      clusterName(parts.get(row), body.x, cells.get(row * columns).getCenterY());
    }
  }

  private void featureName(String name, Rectangle2D.Double cell, double y) {
    sheet.heading(name, cell.x, y, cell.width);
  }

  private void clusterName(Histogram.Part part, double left, double middle) {
    sheet.dot(left + 5, middle - 8, 5, ClusterColors.of(part.cluster()));
    sheet.heading(part.name(), left + 16, middle - 4, NAMES - 24);
    int size = part.counts().stream().mapToInt(Integer::intValue).sum();
    sheet.small(
        String.format(Locale.ROOT, "%,d rows", size),
        left + 16,
        middle + 13,
        NAMES - 24,
        Align.LEFT);
  }

  /** The cluster's shares in front of those of all rows, on one scale. */
  private void cell(Histogram histogram, Histogram.Part part, Rectangle2D.Double plot) {
    double all = Math.max(1, histogram.total());
    double inside = Math.max(1, part.counts().stream().mapToInt(Integer::intValue).sum());
    double most = 0;
    for (int i = 0; i < part.counts().size(); i++) {
      most =
          Math.max(most, Math.max(histogram.counts().get(i) / all, part.counts().get(i) / inside));
    }
    Color color = ClusterColors.of(part.cluster());
    bars(histogram.counts(), most * all, plot, new Color(0xDDE2E8));
    bars(
        part.counts(),
        most * inside,
        plot,
        new Color(color.getRed(), color.getGreen(), color.getBlue(), 170));
    sheet.line(
        plot.x, plot.y + plot.height, plot.x + plot.width, plot.y + plot.height, Sheet.QUIET);
  }
}
