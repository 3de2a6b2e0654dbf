// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * A small table to read: a model's facts, a cluster a row, a report.
 *
 * @param rows a cell a column each: text, a number, or null for none
 */
public record SummaryTable(
    String title, String caption, List<Column> columns, List<List<Object>> rows) implements Chart {

  /** How a column's cells are written. */
  public enum Kind {
    /** As it stands. */
    TEXT,
    /** A whole number, with thousands separated. */
    COUNT,
    /** Four significant digits. */
    NUMBER,
    /** A share of one, as a percentage with a bar behind it. */
    SHARE,
    /**
     * A cluster's name, with its color; the cell holds the name, the color comes from its number
     * ({@code cluster_3} is 3).
     */
    CLUSTER
  }

  /** A column's name and kind. */
  public record Column(String name, Kind kind) {}

  public SummaryTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(row -> Collections.unmodifiableList(new ArrayList<>(row))).toList();
    for (List<Object> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "a row must be " + columns.size() + " cells, got " + row.size());
      }
    }
  }

  /** A number in words: four significant digits. */
  public static String number(double value) {
    return Axis.short3(value);
  }

  /** A number as a cell; none where it is not finite. */
  public static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  /** Two columns, name and value: the facts of a model. Alternating names and values. */
  public static SummaryTable ofFacts(String title, String caption, Object... namesAndValues) {
    var rows = new ArrayList<List<Object>>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      rows.add(Arrays.asList(namesAndValues[i], namesAndValues[i + 1]));
    }
    return new SummaryTable(
        title, caption, List.of(new Column("", Kind.TEXT), new Column("Value", Kind.TEXT)), rows);
  }

  @Override
  public String toJson() {
    return Json.chart(
        "table", this,
        "columns",
            columns.stream()
                .map(c -> Json.of("name", c.name, "kind", c.kind.name().toLowerCase(Locale.ROOT)))
                .toList(),
        "rows", rows);
  }

  @Override
  public byte[] toPng() {
    return toPng(1200, TablePainter.height(this));
  }

  @Override
  public byte[] toPng(int width, int height) {
    return TablePainter.png(this, width, height);
  }
}
