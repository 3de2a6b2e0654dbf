// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import io.github.recluster.nodes.chart.Sheet.Align;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Draws {@link BeeswarmChart}: the first group, a line of points a feature. */
final class BeeswarmPainter {
  private static final int MOST_LINES = 16;
  private static final double NAMES = 230;
  private static final double PLACE = 4; // points nearer than this are put beside one another
  private static final int ALPHA = 200;

  private BeeswarmPainter() {}

  static byte[] png(BeeswarmChart chart, int width, int height) {
    var sheet = new Sheet(chart, width, height);
    if (chart.groups().isEmpty() || chart.groups().get(0).features().isEmpty()) {
      return sheet.nothing("There is nothing to explain.");
    }
    BeeswarmChart.Group group = chart.groups().get(0);
    List<BeeswarmChart.Feature> lines = group.features().stream().limit(MOST_LINES).toList();
    sheet.footnote(group.name() + ". Blue: low values of the feature; red: high; grey: missing.");
    Rectangle2D.Double body = sheet.body();
    Range range = Range.withZero(lines.stream().map(BeeswarmChart.Feature::contributions).toList());
    var axis = new Axis(range.low(), range.high(), body.x + NAMES, body.x + body.width - 8);
    var below = new BottomAxis(sheet, body);
    below.numbers(axis);
    below.name(chart.valueAxis(), axis);
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
      Color color = Ramp.VALUES.at(shares[i]);
      sheet.dot(axis.at(values[i]), middle + shift, 2.3, Ramp.faded(color, ALPHA));
    }
  }
}
