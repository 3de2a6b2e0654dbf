// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.hdbscan;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.hdbscan.ClusterSummary;
import io.github.recluster.core.hdbscan.HdbscanModel;
import io.github.recluster.core.hdbscan.HdbscanOptions;
import io.github.recluster.nodes.chart.BarChart;
import io.github.recluster.nodes.chart.HistogramChart;
import io.github.recluster.nodes.chart.IcicleChart;
import io.github.recluster.nodes.chart.LineChart;
import io.github.recluster.nodes.chart.ScatterChart;
import io.github.recluster.nodes.chart.SummaryTable;
import io.github.recluster.nodes.chart.SummaryTable.Column;
import io.github.recluster.nodes.chart.SummaryTable.Kind;
import io.github.recluster.nodes.chart.ViewData;
import io.github.recluster.nodes.port.HdbscanModelPortObject;
import io.github.recluster.nodes.run.Count;
import io.github.recluster.nodes.table.ClusterNames;
import io.github.recluster.nodes.table.SeedOrigin;
import io.github.recluster.nodes.table.TableRows;
import io.github.recluster.nodes.view.Points;
import io.github.recluster.nodes.view.RawColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What HDBSCAN Cluster shows: the map colored by cluster, the clusters, each raw feature inside
 * each cluster beside all rows, the tree they were taken from, and what other sizes would give.
 */
public record HdbscanView(
    ScatterChart map,
    SummaryTable clusters,
    HistogramChart features,
    IcicleChart tree,
    LineChart sizes,
    List<String> notes) {
  /**
   * The view of a run.
   *
   * @param origin what is to be said of where the rows' places come from
   */
  static HdbscanView of(
      HdbscanModel model,
      TableRows rows,
      RawColumns columns,
      Optional<String> origin,
      Parallel parallel) {
    List<String> names = ClusterNames.list(model.clusters().size());
    Points points = Points.of(rows.rows());
    RawColumns raw = columns.byDifference(model.labels());
    ScatterChart map =
        points
            .map(
                "Clusters",
                "Each color is a cluster; grey is noise.",
                rows.features().names(),
                rows.matrix())
            .withClusters(points.clusters(model.labels()), names)
            .withValues(points.values(raw.inMap()))
            .withKeys(points.keys(rows.keys()));
    HistogramChart features =
        new HistogramChart(
            "Features inside the clusters",
            "How each raw feature is distributed in a cluster, beside all rows: where the two"
                + " differ, the cluster has its meaning.",
            raw.histograms(model.labels(), names));
    List<String> notes = new ArrayList<>();
    points.note().ifPresent(notes::add);
    notes.add(result(model, origin));
    SizeChart sizes = SizeChart.of(model, parallel);
    notes.add(sizes.suggestion());
    raw.noteWithHistograms().ifPresent(notes::add);
    return new HdbscanView(
        map, table(model, rows.keys()), features, TreeChart.of(model), sizes.chart(), notes);
  }

  /** That clusters of an embedding rest on its seed, by number where it is known. */
  static String rest(Optional<SeedOrigin> seed) {
    return "These clusters rest on one embedding, and therefore on its seed"
        + seed.map(s -> " " + s.words()).orElse("")
        + ": Cluster Stability tells which of them come back with other seeds.";
  }

  String toJson() {
    return new ViewData("HDBSCAN Cluster", notes, List.of(map, clusters, features, tree, sizes))
        .toJson();
  }

  byte[] toPng() {
    return map.toPng(1200, 900);
  }

  /** What the model's port shows: the clusters as a table and as bars, the tree, other sizes. */
  public static String ofPort(HdbscanModelPortObject port) {
    HdbscanModel model = port.model();
    List<Double> sizes = model.clusters().stream().map(c -> (double) c.size()).toList();
    BarChart bars =
        new BarChart(
            "Size of the clusters",
            "Rows in each cluster; noise is not shown.",
            "rows",
            ClusterNames.list(model.clusters().size()),
            List.of(new BarChart.Group(BarChart.ALL, "All clusters", sizes)));
    SizeChart others = SizeChart.of(model, Parallel.SERIAL);
    Optional<String> origin =
        SeedOrigin.of(port.getSpec().outputs(), List.of("Cluster"))
            .map(seed -> rest(Optional.of(seed)));
    return new ViewData(
            "HDBSCAN model",
            List.of(result(model, origin), others.suggestion()),
            List.of(table(model, null), bars, TreeChart.of(model), others.chart()))
        .toJson();
  }

  /** What came out, and what it rests on if anything did. */
  private static String result(HdbscanModel model, Optional<String> origin) {
    return result(model)
        + (model.clusters().isEmpty() ? "" : origin.map(sentence -> " " + sentence).orElse(""));
  }

  private static String result(HdbscanModel model) {
    long noise = Arrays.stream(model.labels()).filter(label -> label < 0).count();
    int rows = model.labels().length;
    HdbscanOptions o = model.options();
    String validity =
        model.clusters().size() < 2
            ? ""
            : " Density-based validity (DBCV, −1 to 1): "
                + String.format(Locale.ROOT, "%.2f", model.validity()).replace('-', '−')
                + '.';
    return String.format(
        Locale.ROOT,
        "%s, %.1f %% noise (%,d of %s); minimum cluster size %,d, minimum samples %,d.%s",
        Count.of(model.clusters().size(), "cluster"),
        rows == 0 ? 0 : 100.0 * noise / rows,
        noise,
        Count.of(rows, "row"),
        o.minClusterSize(),
        o.minSamples(),
        validity);
  }

  /** The clusters; a model alone does not know its rows' keys. */
  private static SummaryTable table(HdbscanModel model, String[] keys) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("Cluster", Kind.CLUSTER));
    columns.add(new Column("Size", Kind.COUNT));
    columns.add(new Column("Share", Kind.SHARE));
    columns.add(new Column("Persistence", Kind.NUMBER));
    columns.add(new Column("Mean probability", Kind.NUMBER));
    columns.add(new Column("DBCV part", Kind.NUMBER));
    columns.add(new Column("Silhouette", Kind.NUMBER));
    if (keys != null) {
      columns.add(new Column("Exemplar", Kind.TEXT));
    }
    List<List<Object>> rows = new ArrayList<>();
    for (ClusterSummary c : model.clusters()) {
      List<Object> row =
          new ArrayList<>(
              Arrays.<Object>asList(
                  ClusterNames.of(c.label()),
                  c.size(),
                  c.share(),
                  c.persistence(),
                  c.meanProbability(),
                  SummaryTable.finite(c.dbcv()),
                  SummaryTable.finite(c.silhouette())));
      if (keys != null) {
        row.add(keys[c.exemplar()]);
      }
      rows.add(row);
    }
    return new SummaryTable(
        "Table",
        "Persistence: over how wide a range of densities the cluster exists, 0 to 1. DBCV part and"
            + " silhouette: how well it is set apart from the others, −1 to 1. Exemplar: a typical"
            + " row.",
        columns,
        rows);
  }
}
