// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.scale;

import io.github.recluster.core.data.FeatureTable;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.scaling.ScaledColumn;
import io.github.recluster.core.scaling.ScalerModel;
import io.github.recluster.nodes.chart.BarChart;
import io.github.recluster.nodes.chart.Histogram;
import io.github.recluster.nodes.chart.HistogramChart;
import io.github.recluster.nodes.chart.HistogramChart.Feature;
import io.github.recluster.nodes.chart.SummaryTable;
import io.github.recluster.nodes.chart.SummaryTable.Column;
import io.github.recluster.nodes.chart.SummaryTable.Kind;
import io.github.recluster.nodes.chart.ViewData;
import io.github.recluster.nodes.port.ScaleModelPortObject;
import io.github.recluster.nodes.table.TableRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What Scale shows: each feature's histogram before and after. */
public record ScaleView(HistogramChart histograms, SummaryTable columns, List<String> notes) {
  private static final int MOST_FEATURES = 60;

  static ScaleView of(ScalerModel model, TableRows rows, Matrix values) {
    FeatureTable before = rows.features();
    List<Feature> features = new ArrayList<>();
    List<ScaledColumn> made = model.columns();
    for (int c = 0; c < Math.min(MOST_FEATURES, made.size()); c++) {
      ScaledColumn column = made.get(c);
      int raw = before.indexOf(column.input());
      Histogram first =
          before.isNumeric(raw)
              ? Histogram.of(column.input(), before.numbers(raw))
              : Histogram.ofCategories(column.input(), before.codes(raw), before.categories(raw));
      features.add(
          new Feature(
              column.category() == null ? column.input() : column.name(),
              List.of(first, Histogram.of(column.name(), values.column(c)))));
    }
    return new ScaleView(
        new HistogramChart(
            "Features before and after scaling",
            "Left as in the table, right as scaled. Features on one scale count alike in distances; a"
                + " long tail can still outweigh the rest.",
            features),
        table(model),
        made.size() <= MOST_FEATURES
            ? List.of()
            : List.of(
                String.format(
                    Locale.ROOT,
                    "Histograms are shown of the first %d of %,d columns; the table lists all.",
                    MOST_FEATURES,
                    made.size())));
  }

  String toJson() {
    return new ViewData("Scale", notes, List.of(histograms, columns)).toJson();
  }

  byte[] toPng() {
    int rows = (histograms.features().size() + 1) / 2;
    return histograms.toPng(1200, Math.min(4000, Math.max(600, 80 + 240 * rows)));
  }

  /** What the model's port shows: a table, and how far out the extremes lie. */
  public static String ofPort(ScaleModelPortObject port) {
    List<ScaledColumn> scaled =
        port.model().columns().stream().filter(ScaledColumn::scaled).toList();
    List<Double> extremes = new ArrayList<>();
    for (ScaledColumn column : scaled) {
      extremes.add(
          Math.max(
                  Math.abs(column.min() - column.center()),
                  Math.abs(column.max() - column.center()))
              / column.scale());
    }
    BarChart bars =
        new BarChart(
            "How far out the extremes lie",
            "The largest distance of a value from the center, in units of the scale. A long bar"
                + " means a long tail: consider the logarithm.",
            "distance from the center / scale",
            scaled.stream().map(ScaledColumn::input).toList(),
            List.of(new BarChart.Group(BarChart.ALL, "All rows", extremes)));
    return new ViewData("Scale model", List.of(), List.of(table(port.model()), bars)).toJson();
  }

  private static SummaryTable table(ScalerModel model) {
    List<Column> columns =
        List.of(
            new Column("Column", Kind.TEXT),
            new Column("Made of", Kind.TEXT),
            new Column("Values", Kind.COUNT),
            new Column("Missing", Kind.COUNT),
            new Column("Least", Kind.NUMBER),
            new Column("Greatest", Kind.NUMBER),
            new Column("Center", Kind.NUMBER),
            new Column("Scale", Kind.NUMBER),
            new Column("Logarithm", Kind.TEXT));
    List<List<Object>> rows = new ArrayList<>();
    for (ScaledColumn c : model.columns()) {
      rows.add(
          Arrays.<Object>asList(
              c.name(),
              c.input(),
              c.present(),
              c.missing(),
              c.min(),
              c.max(),
              c.scaled() ? c.center() : null,
              c.scaled() ? c.scale() : null,
              c.logged() ? "yes" : "no"));
    }
    return new SummaryTable(
        "Columns made",
        "Of the rows that scaling was learned from. Least and greatest value after the logarithm,"
            + " before scaling. Scaled = (value − center) / scale.",
        columns,
        rows);
  }
}
