// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import io.github.recluster.nodes.chart.Sheet.Align;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;

/** Draws a {@link SummaryTable}, as many rows as there is room for. */
final class TablePainter {
  private static final double ROW = 26;

  private TablePainter() {}

  /** Room for all rows, within reason. */
  static int height(SummaryTable table) {
    return (int) Math.max(700, Math.min(4000, 170 + ROW * (table.rows().size() + 1)));
  }

  static byte[] png(SummaryTable table, int width, int height) {
    var sheet = new Sheet(table, width, height);
    if (table.rows().isEmpty()) {
      return sheet.nothing("The table has no rows.");
    }
    int room = (int) ((sheet.body().height - 14) / ROW) - 1;
    int shown = Math.min(room, table.rows().size());
    if (shown < table.rows().size()) {
      int more = table.rows().size() - shown;
      sheet.footnote(
          more + (more == 1 ? " more row is" : " more rows are") + " in the node's view.");
    }
    double[] widths = widths(sheet, table, shown);
    double x = sheet.body().x;
    for (int column = 0; column < widths.length; column++) {
      column(
          sheet,
          table,
          column,
          shown,
          new Rectangle2D.Double(x, sheet.body().y, widths[column], ROW));
      x += widths[column];
    }
    return sheet.png();
  }

  private static void column(
      Sheet sheet, SummaryTable table, int column, int shown, Rectangle2D.Double head) {
    SummaryTable.Column kind = table.columns().get(column);
    boolean right =
        kind.kind() != SummaryTable.Kind.TEXT && kind.kind() != SummaryTable.Kind.CLUSTER;
    double at = right ? head.x + head.width - 12 : head.x;
    Align align = right ? Align.RIGHT : Align.LEFT;
    sheet.text(
        kind.name(), at, head.y + 16, head.width - 14, align, Sheet.SMALL + 1, true, Sheet.MUTED);
    sheet.line(head.x, head.y + ROW - 2, head.x + head.width, head.y + ROW - 2, Sheet.QUIET);
    for (int row = 0; row < shown; row++) {
      Object cell = table.rows().get(row).get(column);
      double y = head.y + (row + 1) * ROW;
      double indent = 0;
      if (kind.kind() == SummaryTable.Kind.CLUSTER && cell != null) {
        sheet.dot(
            head.x + 5, y + ROW / 2, 5, ClusterColors.of(ClusterColors.numberOf(cell.toString())));
        indent = 16;
      } else if (kind.kind() == SummaryTable.Kind.SHARE && cell instanceof Number share) {
        double bar = (head.width - 18) * Math.max(0, Math.min(1, share.doubleValue()));
        sheet.bar(head.x + 6, y + 4, bar, ROW - 8, new Color(0xDCEAF4));
      }
      sheet.text(
          written(cell, kind.kind()),
          at + indent,
          y + 18,
          head.width - 14 - indent,
          align,
          Sheet.NORMAL,
          false,
          Sheet.INK);
      sheet.line(head.x, y + ROW - 1, head.x + head.width, y + ROW - 1, new Color(0xF2F4F7));
    }
  }

  private static double[] widths(Sheet sheet, SummaryTable table, int shown) {
    int columns = table.columns().size();
    double[] widths = new double[columns];
    double sum = 0;
    for (int column = 0; column < columns; column++) {
      SummaryTable.Column kind = table.columns().get(column);
      double w = sheet.measure(kind.name(), Sheet.SMALL + 1, true);
      for (List<Object> row : table.rows().subList(0, shown)) {
        w = Math.max(w, sheet.measure(written(row.get(column), kind.kind()), Sheet.NORMAL, false));
      }
      widths[column] = Math.min(w, 420) + (kind.kind() == SummaryTable.Kind.CLUSTER ? 48 : 36);
      sum += widths[column];
    }
    double squeeze = Math.min(1.5, sheet.body().width / sum);
    for (int column = 0; column < columns; column++) {
      widths[column] *= squeeze;
    }
    return widths;
  }

  static String written(Object cell, SummaryTable.Kind kind) {
    if (cell == null || (cell instanceof Double number && number.isNaN())) {
      return "–";
    }
    if (!(cell instanceof Number number)) {
      return cell.toString();
    }
    return switch (kind) {
      case COUNT -> String.format(Locale.ROOT, "%,d", number.longValue());
      case SHARE -> String.format(Locale.ROOT, "%.1f %%", 100 * number.doubleValue());
      default ->
          cell instanceof Integer || cell instanceof Long
              ? String.format(Locale.ROOT, "%,d", number.longValue())
              : Axis.short3(number.doubleValue());
    };
  }
}
