// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A colour a cell: features by clusters, clusters by runs, rows by rows.
 *
 * @param values row-major, a row of {@code columns.size()} values for each row; NaN draws nothing
 * @param range what the ends of the colour scale stand for; if zero is the middle, blue is below
 *     and orange above it, else the lower end is the palest
 * @param valueName what a colour means, with its unit
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
    String valueName)
    implements Chart {

  public HeatmapChart {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
    if (values.length != rows.size() * columns.size()) {
      throw new IllegalArgumentException(
          "values must be " + rows.size() + " × " + columns.size() + ", got " + values.length);
    }
  }

  @Override
  public String toJson() {
    return Json.object(
        "kind", "heatmap",
        "title", title,
        "caption", caption,
        "rowAxis", rowAxis,
        "rows", new ArrayList<>(rows),
        "columnAxis", columnAxis,
        "columns", columns,
        "values", Json.pack(values),
        "range", range.json(),
        "valueName", valueName);
  }

  @Override
  public byte[] toPng(int width, int height) {
    return GridPainter.png(this, width, height);
  }
}
