// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A color a cell: features by clusters, clusters by runs, rows by rows.
 *
 * @param values row-major, a row of {@code columns.size()} values for each row; NaN draws nothing
 * @param range what the ends of the color scale stand for; if zero is the middle, blue is below and
 *     orange above it, else the lower end is the palest
 * @param valueName what a color means, with its unit
 * @param counts of how many rows each value is a share; null where it is none. A cell of few rows
 *     is drawn small: what it says is little more than chance
 */
@SuppressWarnings("ArrayRecordComponent") // long, shared, never written to
public record HeatmapChart(
    String title,
    String caption,
    String rowAxis,
    List<String> rows,
    String columnAxis,
    List<String> columns,
    float[] values,
    Range range,
    String valueName,
    int[] counts)
    implements Chart {
  /** Below so many rows a share is little more than chance. */
  static final int FEW = 10;

  public HeatmapChart {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
    if (values.length != rows.size() * columns.size()) {
      throw new IllegalArgumentException(
          "values must be " + rows.size() + " × " + columns.size() + ", got " + values.length);
    }
    if (counts != null && counts.length != values.length) {
      throw new IllegalArgumentException(
          "counts must be " + values.length + " (one a value), got " + counts.length);
    }
  }

  /** Of values that are no shares of rows. */
  public HeatmapChart(
      String title,
      String caption,
      String rowAxis,
      List<String> rows,
      String columnAxis,
      List<String> columns,
      float[] values,
      Range range,
      String valueName) {
    this(title, caption, rowAxis, rows, columnAxis, columns, values, range, valueName, null);
  }

  /** With the number of rows that each value is a share of. */
  public HeatmapChart ofRows(int[] rowsBehind) {
    return new HeatmapChart(
        title, caption, rowAxis, rows, columnAxis, columns, values, range, valueName, rowsBehind);
  }

  /** Whether a cell's value is a share of few rows. */
  boolean isOfFew(int cell) {
    return counts != null && counts[cell] < FEW;
  }

  /** Whether any cell that is drawn is of few rows. */
  boolean hasFew() {
    return IntStream.range(0, values.length).anyMatch(i -> !Float.isNaN(values[i]) && isOfFew(i));
  }

  @Override
  public String toJson() {
    return Json.chart(
        "heatmap", this,
        "rowAxis", rowAxis,
        "rows", rows,
        "columnAxis", columnAxis,
        "columns", columns,
        "values", Json.pack(values),
        "range", range.json(),
        "valueName", valueName,
        "counts", Json.pack(counts),
        "few", hasFew() ? FEW : null);
  }

  @Override
  public byte[] toPng(int width, int height) {
    return HeatmapPainter.png(this, width, height);
  }
}
