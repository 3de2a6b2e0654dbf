// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.stability;

import io.github.recluster.core.data.Labels;
import io.github.recluster.core.stability.StabilityModel;
import io.github.recluster.core.stability.StabilityRun;
import io.github.recluster.core.stability.StableCluster;
import io.github.recluster.core.stability.SweptParameters;
import io.github.recluster.core.stability.Verdict;
import io.github.recluster.nodes.chart.Chart;
import io.github.recluster.nodes.chart.HeatmapChart;
import io.github.recluster.nodes.chart.PointValues;
import io.github.recluster.nodes.chart.Range;
import io.github.recluster.nodes.chart.ScatterChart;
import io.github.recluster.nodes.chart.SummaryTable;
import io.github.recluster.nodes.chart.SummaryTable.Column;
import io.github.recluster.nodes.chart.SummaryTable.Kind;
import io.github.recluster.nodes.chart.ViewData;
import io.github.recluster.nodes.table.ClusterNames;
import io.github.recluster.nodes.table.TableRows;
import io.github.recluster.nodes.view.Points;
import io.github.recluster.nodes.view.RawColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What Cluster Stability shows: the clusters with their verdict, the map by cluster and by
 * sureness, what lies together, and what each run found.
 */
final class StabilityView {
  private final List<String> notes = new ArrayList<>();
  private final List<Chart> charts = new ArrayList<>();
  private final ScatterChart map;

  private StabilityView(
      StabilityModel model, GivenClusters given, TableRows rows, RawColumns columns) {
    Points points = Points.of(rows.rows());
    RawColumns raw = columns.byDifference(model.labels());
    List<String> names = ClusterNames.list(model.clusters().size());
    ScatterChart places = places(model, points).withKeys(points.keys(rows.keys()));
    List<PointValues> values = new ArrayList<>();
    values.add(points.shares("Cluster sureness", model.sureness()));
    values.addAll(points.values(raw.inMap()));
    this.map = places.withClusters(points.clusters(model.labels()), names).withValues(values);
    points.note().ifPresent(notes::add);
    notes.addAll(StabilityWords.notes(model));
    raw.note().ifPresent(notes::add);
    charts.add(verdicts("Clusters", model.clusters(), names, rows.keys()));
    if (!given.names().isEmpty()) {
      charts.add(verdicts("Judged clusters", model.given(), given.names(), rows.keys()));
    }
    charts.addAll(
        List.of(map, sureness(model, points, places), together(model), found(model), runs(model)));
    if (!model.sweep().isEmpty()) {
      charts.add(sweep(model));
    }
  }

  static StabilityView of(
      StabilityModel model, GivenClusters given, TableRows rows, RawColumns columns) {
    return new StabilityView(model, given, rows, columns);
  }

  private static ScatterChart places(StabilityModel model, Points points) {
    return points.map(
        "Map",
        "The map of seed "
            + model.options().firstSeed()
            + ". Each color is a cluster of the consensus of all seeds; grey is noise. "
            + StabilityWords.comeBack(model),
        IntStream.rangeClosed(1, model.places().columns())
            .mapToObj(c -> "UMAP dimension " + c)
            .toList(),
        model.places());
  }

  /** The sureness of rows that lie in a cluster. */
  private static ScatterChart sureness(StabilityModel model, Points points, ScatterChart places) {
    int[] labels = model.labels();
    double[] sureness = model.sureness();
    double[] inside =
        IntStream.range(0, labels.length)
            .mapToDouble(i -> labels[i] == Labels.NOISE ? Double.NaN : sureness[i])
            .toArray();
    return places
        .titled(
            "Sureness",
            "The same map: dark rows change their company from seed to seed, bright ones lie with"
                + " their cluster in every run. Grey is noise.")
        .withValues(List.of(points.shares("Cluster sureness", inside)))
        .coloredBy(0);
  }

  String toJson() {
    return new ViewData("Cluster Stability", notes, charts).toJson();
  }

  byte[] toPng() {
    return map.toPng(1200, 900);
  }

  private static SummaryTable verdicts(
      String title, List<StableCluster> clusters, List<String> names, String[] keys) {
    List<List<Object>> rows = new ArrayList<>();
    for (StableCluster c : clusters) {
      rows.add(
          Arrays.asList(
              names.get(c.label()),
              c.verdict().words(),
              SummaryTable.finite(c.jaccardSeeds()),
              SummaryTable.finite(c.jaccardSubsamples()),
              SummaryTable.finite(c.jaccardWorst()),
              c.size(),
              c.share(),
              keys[c.exemplar()]));
    }
    return new SummaryTable(
        title,
        String.format(
            Locale.ROOT,
            "How much of a cluster a run finds again (Jaccard): under other seeds, among other rows,"
                + " and in the worst run. A cluster comes back if both other seeds and other rows"
                + " find %.0f %% of it or more, and does not if either finds %.0f %% or less; in"
                + " between it wavers.",
            100 * Verdict.STEADY,
            100 * Verdict.DISSOLVED),
        List.of(
            new Column("Cluster", Kind.CLUSTER),
            new Column("Verdict", Kind.TEXT),
            new Column("Other seeds", Kind.SHARE),
            new Column("Other rows", Kind.SHARE),
            new Column("Worst run", Kind.SHARE),
            new Column("Size", Kind.COUNT),
            new Column("Share", Kind.SHARE),
            new Column("Exemplar", Kind.TEXT)),
        rows);
  }

  private static HeatmapChart together(StabilityModel model) {
    double[][] shares = model.together();
    float[] values = new float[shares.length * shares.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) shares[i / shares.length][i % shares.length];
    }
    return new HeatmapChart(
        "What lies together",
        "In which share of the runs a row of one cluster lies with a row of another. Dark on the"
            + " diagonal alone: clear clusters. Dark beside it: clusters that some runs join.",
        "cluster",
        ClusterNames.list(model.clusters().size()),
        "cluster",
        ClusterNames.list(model.clusters().size()),
        values,
        Range.SHARE,
        "share of runs in which two rows lie together");
  }

  /** How much of each cluster each run found. */
  private static HeatmapChart found(StabilityModel model) {
    float[][] jaccards = model.jaccards();
    List<String> columns = new ArrayList<>();
    for (StabilityRun run : model.runs()) {
      if (run.kind() != StabilityRun.Kind.PARAMETERS) {
        columns.add(run.kind().word() + " " + run.seed());
      }
    }
    float[] values = new float[jaccards.length * columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = jaccards[i / columns.size()][i % columns.size()];
    }
    return new HeatmapChart(
        "Found by each run",
        "How much of each cluster each run found again (Jaccard). A pale column is a run that went"
            + " another way; a pale row is a cluster that does not come back. Numbers are seeds.",
        "cluster",
        ClusterNames.list(model.clusters().size()),
        "run",
        columns,
        values,
        Range.SHARE,
        "Jaccard");
  }

  private static SummaryTable runs(StabilityModel model) {
    List<List<Object>> rows = new ArrayList<>();
    for (StabilityRun run : model.runs()) {
      rows.add(
          Arrays.asList(
              run.kind().word(),
              String.valueOf(run.seed()),
              run.rows(),
              run.neighbors(),
              run.minClusterSize(),
              run.clusters(),
              run.noiseShare(),
              SummaryTable.finite(run.agreement())));
    }
    return new SummaryTable(
        "Clusters by run",
        "What each run found. Agreement is the adjusted Rand index with the consensus: 1 is the same"
            + " clusters, 0 is chance.",
        List.of(
            new Column("Run", Kind.TEXT),
            new Column("Seed", Kind.TEXT),
            new Column("Rows", Kind.COUNT),
            new Column("Neighbors", Kind.COUNT),
            new Column("Minimum cluster size", Kind.COUNT),
            new Column("Clusters", Kind.COUNT),
            new Column("Noise share", Kind.SHARE),
            new Column("Agreement", Kind.NUMBER)),
        rows);
  }

  private static String remark(boolean asked, boolean trivial) {
    return (asked ? "your setting" : "")
        + (asked && trivial ? "; " : "")
        + (trivial ? "says little" : "");
  }

  private static SummaryTable sweep(StabilityModel model) {
    List<List<Object>> rows = new ArrayList<>();
    for (SweptParameters s : model.sweep()) {
      rows.add(
          Arrays.asList(
              s.neighbors(),
              s.minClusterSize(),
              SummaryTable.finite(s.agreementMedian()),
              SummaryTable.finite(s.agreementWorst()),
              s.clusters(),
              remark(model.isAsked(s), s.trivial())));
    }
    return new SummaryTable(
        "Other parameters",
        "How well runs agree that differ in the seed alone (adjusted Rand index, median and worst"
            + " pair). A result of one island and the rest agrees well, but says little.",
        List.of(
            new Column("Neighbors", Kind.COUNT),
            new Column("Minimum cluster size", Kind.COUNT),
            new Column("Agreement", Kind.NUMBER),
            new Column("At worst", Kind.NUMBER),
            new Column("Clusters", Kind.COUNT),
            new Column("", Kind.TEXT)),
        rows);
  }
}
