// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import io.github.recluster.nodes.chart.Sheet.Align;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Draws {@link DependenceChart}: rows of one value, where values are few, beside one another. */
final class DependencePainter {
  private static final double LEFT = 70;
  private static final double LEAST_NAME = 40;
  private static final int ALPHA = 200;

  private final Sheet sheet;
  private final DependenceChart chart;
  private final PointValues feature;
  private final List<Double> few;
  private final Rectangle2D.Double body;

  private DependencePainter(Sheet sheet, DependenceChart chart) {
    this.sheet = sheet;
    this.chart = chart;
    this.feature = chart.feature();
    this.few = feature.few();
    sheet.footnote(words(chart.colorBy()));
    this.body = sheet.body();
  }

  static byte[] png(DependenceChart chart, int width, int height) {
    var sheet = new Sheet(chart, width, height);
    PointValues feature = chart.feature();
    if (chart.contributions().length == 0) {
      return sheet.nothing("There are no rows to show.");
    }
    if (IntStream.range(0, feature.numbers().length).allMatch(feature::isMissing)) {
      return sheet.nothing("All values are missing.");
    }
    var painter = new DependencePainter(sheet, chart);
    Axis x = painter.values();
    painter.points(x, painter.contributions());
    return sheet.png();
  }

  /** What the colors mean, and that points of one value are beside one another. */
  private String words(PointValues by) {
    String aside =
        few.isEmpty() && feature.categories().isEmpty()
            ? ""
            : " Rows of one value stand beside one another.";
    if (by == null) {
      return aside.strip();
    }
    return by.categories().isEmpty()
        ? "Color: " + by.name() + ", from low (blue) to high (red)." + aside
        : "Blue: " + by.categories().get(1) + ". Grey: " + by.categories().get(0) + "." + aside;
  }

  /** The axis of the feature's values: numbers, a few of them, or names. */
  private Axis values() {
    double to = body.x + body.width - 8;
    var below = new BottomAxis(sheet, body);
    int categories = feature.categories().size();
    Axis axis;
    if (categories > 0) {
      axis = new Axis(-0.5, categories - 0.5, body.x + LEFT, to);
      double room = (axis.to() - axis.from()) / categories;
      int step = (int) Math.ceil(LEAST_NAME / room);
      for (int i = 0; i < categories; i += step) {
        below.place(axis, i, feature.categories().get(i), room * step - 6);
      }
    } else if (few.isEmpty()) {
      double low = known().min().orElse(0);
      double high = known().max().orElse(1);
      double edge = (high - low) * 0.03;
      axis = new Axis(low - edge, high + edge, body.x + LEFT, to);
      below.numbers(axis);
    } else {
      double edge = 0.5 * gap();
      axis = new Axis(few.get(0) - edge, few.get(few.size() - 1) + edge, body.x + LEFT, to);
      places(axis, below);
    }
    below.name(feature.name(), axis);
    return axis;
  }

  /** The few values themselves, where there is room for them. */
  private void places(Axis axis, BottomAxis below) {
    double end = Double.NEGATIVE_INFINITY;
    for (double value : few) {
      String text = Axis.format(value);
      double half = sheet.measure(text, Sheet.SMALL, false) / 2;
      if (axis.at(value) - half > end) {
        below.place(axis, value, text, 2 * half + 1);
        end = axis.at(value) + half + 6;
      }
    }
  }

  private DoubleStream known() {
    return IntStream.range(0, feature.numbers().length)
        .filter(i -> !feature.isMissing(i))
        .mapToDouble(i -> feature.numbers()[i]);
  }

  /** How far apart values stand whose rows are drawn side by side; 0 if each is at its place. */
  private double room() {
    if (!few.isEmpty()) {
      return gap();
    }
    return feature.categories().isEmpty() ? 0 : 1;
  }

  /** The least distance of two of the few values. */
  private double gap() {
    return IntStream.range(1, few.size())
        .mapToDouble(i -> few.get(i) - few.get(i - 1))
        .min()
        .orElse(1);
  }

  private Axis contributions() {
    Range range = Range.withZero(List.of(chart.contributions()));
    var y = new Axis(range.low(), range.high(), body.y + body.height - 50, body.y + 10);
    for (double tick : y.ticks(6)) {
      sheet.small(Axis.format(tick), body.x + LEFT - 10, y.at(tick) + 4, 44, Align.RIGHT);
      sheet.line(body.x + LEFT, y.at(tick), body.x + body.width, y.at(tick), Sheet.LINE);
    }
    sheet.verticalName(chart.valueAxis(), body.x + 8, body.getCenterY(), body.height);
    return y;
  }

  /** The points; those of the second of two kinds lie on top. */
  private void points(Axis x, Axis y) {
    Color[] colors = colors();
    double spread = 0.4 * room();
    PointValues by = chart.colorBy();
    boolean named = by != null && !by.categories().isEmpty();
    for (int pass = 0; pass < (named ? 2 : 1); pass++) {
      for (int i = 0; i < colors.length; i++) {
        if (!feature.isMissing(i) && (!named || by.numbers()[i] == pass)) {
          double aside = (i * 0.618 % 1 - 0.5) * spread;
          sheet.dot(
              x.at(feature.numbers()[i] + aside), y.at(chart.contributions()[i]), 3, colors[i]);
        }
      }
    }
  }

  private Color[] colors() {
    PointValues by = chart.colorBy();
    var colors = new Color[chart.contributions().length];
    Arrays.fill(colors, Ramp.faded(Sheet.ACCENT, ALPHA));
    if (by == null) {
      return colors;
    }
    double[] ranks = by.categories().isEmpty() ? Ranks.of(by.numbers()) : null;
    for (int i = 0; i < colors.length; i++) {
      if (ranks != null) {
        colors[i] = Ramp.faded(Ramp.VALUES.at(ranks[i]), ALPHA);
      } else if (by.numbers()[i] == 0) {
        colors[i] = Ramp.faded(ClusterColors.of(ClusterColors.NOISE), ALPHA);
      }
    }
    return colors;
  }
}
