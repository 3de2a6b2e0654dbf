// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import io.github.recluster.nodes.chart.Sheet.Align;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Draws what SHAP says row by row: {@link BeeswarmChart}, {@link DependenceChart}, {@link
 * WaterfallChart}.
 */
final class ExplainPainter {
  private static final int MOST_LINES = 16;
  private static final int MOST_STEPS = 18;
  private static final double NAMES = 230;
  private static final double LEAST_NAME = 40;
  private static final double PLACE =
      4; // points nearer than this in a line are put beside one another

  private ExplainPainter() {}

  static byte[] png(BeeswarmChart chart, int width, int height) {
    var sheet = new Sheet(chart, width, height);
    if (chart.groups().isEmpty() || chart.groups().get(0).features().isEmpty()) {
      return sheet.nothing("There is nothing to explain.");
    }
    BeeswarmChart.Group group = chart.groups().get(0);
    List<BeeswarmChart.Feature> lines = group.features().stream().limit(MOST_LINES).toList();
    sheet.footnote(group.name() + ". Blue: low values of the feature; red: high; grey: missing.");
    Rectangle2D.Double body = sheet.body();
    double[] range = {0, 0};
    for (BeeswarmChart.Feature line : lines) {
      widen(range, line.contributions());
    }
    Axis axis = horizontal(sheet, chart.valueAxis(), range, body.x + NAMES, body);
    double step = (body.height - 40) / lines.size();
    for (int i = 0; i < lines.size(); i++) {
      double middle = body.y + (i + 0.5) * step;
      sheet.text(
          lines.get(i).name(),
          body.x + NAMES - 14,
          middle + 4,
          NAMES - 14,
          Align.RIGHT,
          Sheet.NORMAL,
          false,
          Sheet.INK);
      swarm(sheet, lines.get(i), axis, middle, Math.min(step, 60) * 0.45);
    }
    return sheet.png();
  }

  private static void swarm(
      Sheet sheet, BeeswarmChart.Feature line, Axis axis, double middle, double room) {
    float[] values = line.contributions();
    double[] shares = Ranks.of(line.values());
    int[] places = new int[(int) (Math.abs(axis.to() - axis.from()) / PLACE) + 2];
    int[] nth = new int[values.length];
    int most = 1;
    for (int i = 0; i < values.length; i++) {
      nth[i] = places[(int) ((axis.at(values[i]) - axis.from()) / PLACE)]++;
      most = Math.max(most, nth[i] + 1);
    }
    double apart = Math.min(PLACE, 2 * room / most);
    for (int i = 0; i < values.length; i++) {
      double shift = (nth[i] % 2 == 0 ? 1 : -1) * ((nth[i] + 1) / 2) * apart;
      sheet.dot(axis.at(values[i]), middle + shift, 2.3, translucent(Ramp.VALUES.at(shares[i])));
    }
  }

  static byte[] png(DependenceChart chart, int width, int height) {
    var sheet = new Sheet(chart, width, height);
    if (chart.contributions().length == 0) {
      return sheet.nothing("There are no rows to show.");
    }
    PointValues by = chart.colorBy();
    boolean named = by != null && !by.categories().isEmpty();
    if (named) {
      sheet.footnote("Blue: " + by.categories().get(1) + ". Grey: " + by.categories().get(0) + ".");
    } else if (by != null) {
      sheet.footnote("Color: " + by.name() + ", from low (blue) to high (red).");
    }
    Rectangle2D.Double body = sheet.body();
    double[] ys = {0, 0};
    widen(ys, chart.contributions());
    PointValues feature = chart.feature();
    if (IntStream.range(0, feature.numbers().length).allMatch(feature::isMissing)) {
      return sheet.nothing("All values are missing.");
    }
    Axis x = values(sheet, feature, body.x + 70, body);
    var y =
        new Axis(ys[0], ys[1] == ys[0] ? ys[0] + 1 : ys[1], body.y + body.height - 50, body.y + 10);
    for (double tick : y.ticks(6)) {
      sheet.text(
          Axis.format(tick),
          body.x + 60,
          y.at(tick) + 4,
          44,
          Align.RIGHT,
          Sheet.SMALL,
          false,
          Sheet.MUTED);
      sheet.line(body.x + 70, y.at(tick), body.x + body.width, y.at(tick), Sheet.LINE);
    }
    sheet.verticalText(chart.valueAxis(), body.x + 8, body.getCenterY(), body.height);
    double[] shares = by == null || named ? null : Ranks.of(by.numbers());
    for (int pass = 0; pass < (named ? 2 : 1); pass++) { // the second category lies on top
      for (int i = 0; i < chart.contributions().length; i++) {
        if (feature.isMissing(i) || (named && by.numbers()[i] != pass)) {
          continue;
        }
        Color color =
            named
                ? pass == 0 ? ClusterColors.of(ClusterColors.NOISE) : Sheet.ACCENT
                : shares == null ? Sheet.ACCENT : Ramp.VALUES.at(shares[i]);
        sheet.dot(
            x.at(feature.numbers()[i] + aside(feature, i)),
            y.at(chart.contributions()[i]),
            3,
            translucent(color));
      }
    }
    return sheet.png();
  }

  static byte[] png(WaterfallChart chart, int width, int height) {
    var sheet = new Sheet(chart, width, height);
    int shown = Math.min(MOST_STEPS, chart.steps().size());
    if (shown < chart.steps().size()) {
      sheet.footnote("The last of " + chart.steps().size() + " steps are drawn as one.");
    }
    Rectangle2D.Double body = sheet.body();
    double[] sums = new double[shown + 2];
    sums[0] = chart.baseValue();
    for (int i = 0; i < shown; i++) {
      sums[i + 1] = sums[i] + chart.steps().get(i).contribution();
    }
    sums[shown + 1] = chart.result();
    double[] range = {0, 0};
    for (double sum : sums) {
      range[0] = Math.min(range[0], sum);
      range[1] = Math.max(range[1], sum);
    }
    boolean rest = shown < chart.steps().size();
    int lines = shown + (rest ? 3 : 2);
    double step = Math.min(46, (body.height - 46) / lines);
    var room = new Rectangle2D.Double(body.x, body.y, body.width - 60, lines * step + 46);
    Axis axis = horizontal(sheet, chart.unit(), range, body.x + NAMES + 60, room);
    line(sheet, "On average", 0, sums[0], axis, body, step, 0, new Color(0x8FA3B8));
    for (int i = 0; i < shown; i++) {
      WaterfallChart.Step s = chart.steps().get(i);
      String name = s.value().isEmpty() ? s.feature() : s.feature() + " = " + s.value();
      line(
          sheet,
          name,
          sums[i],
          sums[i + 1],
          axis,
          body,
          step,
          i + 1,
          Ramp.VALUES.at(s.contribution() > 0 ? 1 : 0));
    }
    if (rest) {
      line(
          sheet,
          "all others",
          sums[shown],
          chart.result(),
          axis,
          body,
          step,
          shown + 1,
          Sheet.QUIET);
    }
    line(sheet, "This row", 0, chart.result(), axis, body, step, lines - 1, new Color(0x8FA3B8));
    return sheet.png();
  }

  private static void line(
      Sheet sheet,
      String name,
      double from,
      double to,
      Axis axis,
      Rectangle2D.Double body,
      double step,
      int index,
      Color color) {
    double middle = body.y + (index + 0.5) * step;
    double left = Math.min(axis.at(from), axis.at(to));
    double right = Math.max(axis.at(from), axis.at(to));
    sheet.text(
        name,
        body.x + NAMES + 46,
        middle + 4,
        NAMES + 40,
        Align.RIGHT,
        Sheet.NORMAL,
        false,
        Sheet.INK);
    sheet.bar(left, middle - step * 0.32, Math.max(1, right - left), step * 0.64, color);
    double by = from == 0 ? to : to - from;
    sheet.text(
        (from != 0 && by > 0 ? "+" : "") + Axis.format(Axis.round(by, 3)),
        right + 6,
        middle + 4,
        54,
        Align.LEFT,
        Sheet.SMALL,
        false,
        Sheet.MUTED);
  }

  /** An axis along the bottom of the body, with its name, grid and a darker line at zero. */
  private static Axis horizontal(
      Sheet sheet, String name, double[] range, double from, Rectangle2D.Double body) {
    double high = range[1] == range[0] ? range[0] + 1 : range[1];
    var axis = new Axis(range[0], high, from, body.x + body.width - 8);
    double bottom = body.y + body.height - 36;
    for (double tick : axis.ticks(6)) {
      sheet.line(
          axis.at(tick),
          body.y,
          axis.at(tick),
          bottom,
          tick == 0 ? new Color(0x98A2B3) : Sheet.LINE);
      sheet.text(
          Axis.format(tick),
          axis.at(tick),
          bottom + 15,
          60,
          Align.CENTER,
          Sheet.SMALL,
          false,
          Sheet.MUTED);
    }
    sheet.text(
        name,
        (from + body.x + body.width) / 2,
        bottom + 33,
        body.width - NAMES,
        Align.CENTER,
        Sheet.SMALL + 1,
        false,
        Sheet.MUTED);
    return axis;
  }

  /** The axis of a feature's values: numbers, or the names of its categories. */
  private static Axis values(
      Sheet sheet, PointValues feature, double from, Rectangle2D.Double body) {
    int categories = feature.categories().size();
    if (categories > 0) {
      return named(sheet, feature, new Axis(-0.5, categories - 0.5, from, body.x + body.width - 8));
    }
    double[] range = {Double.MAX_VALUE, -Double.MAX_VALUE};
    widen(range, feature.numbers());
    double edge = (range[1] - range[0]) * 0.03;
    return horizontal(
        sheet, feature.name(), new double[] {range[0] - edge, range[1] + edge}, from, body);
  }

  private static Axis named(Sheet sheet, PointValues feature, Axis axis) {
    Rectangle2D.Double body = sheet.body();
    double bottom = body.y + body.height - 36;
    int categories = feature.categories().size();
    double room = (axis.to() - axis.from()) / categories;
    int step = (int) Math.ceil(LEAST_NAME / room);
    for (int i = 0; i < categories; i += step) {
      sheet.text(
          feature.categories().get(i),
          axis.at(i),
          bottom + 15,
          room * step - 6,
          Align.CENTER,
          Sheet.SMALL,
          false,
          Sheet.MUTED);
    }
    sheet.text(
        feature.name(),
        (axis.from() + axis.to()) / 2,
        bottom + 33,
        body.width - NAMES,
        Align.CENTER,
        Sheet.SMALL + 1,
        false,
        Sheet.MUTED);
    return axis;
  }

  /** Rows of one category lie beside one another. */
  private static double aside(PointValues feature, int point) {
    return feature.categories().isEmpty() ? 0 : (point * 0.618 % 1 - 0.5) * 0.4;
  }

  private static void widen(double[] range, float[] values) {
    for (float value : values) {
      if (Float.isFinite(value)) {
        range[0] = Math.min(range[0], value);
        range[1] = Math.max(range[1], value);
      }
    }
  }

  private static Color translucent(Color color) {
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), 200);
  }
}
