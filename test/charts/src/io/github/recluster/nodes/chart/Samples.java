// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Made-up charts of any size: the fixtures of the tests in Java and in the browser. */
final class Samples {
  static final String LONG =
      "a feature with a name that is much longer than any panel is wide <b>&amp;\"'";

  private Samples() {}

  static ScatterChart map(int n, int clusterCount) {
    var random = new Random(7);
    float[] x = new float[n];
    float[] y = new float[n];
    float[] value = new float[n];
    int[] clusters = new int[n];
    for (int i = 0; i < n; i++) {
      clusters[i] =
          i % 10 == 9 || clusterCount == 0
              ? -1
              : i % 10 % clusterCount + (clusterCount > 10 ? i / 10 % (clusterCount / 10) * 10 : 0);
      x[i] = (float) (clusters[i] % 6 * 4 + random.nextGaussian());
      y[i] = (float) (clusters[i] / 6 * 4 + random.nextGaussian());
      value[i] = i % 7 == 0 ? Float.NaN : (float) Math.exp(random.nextGaussian());
    }
    List<String> names = IntStream.range(0, clusterCount).mapToObj(c -> "cluster_" + c).toList();
    return ScatterChart.of(
            "Map",
            "Points close together are alike.",
            List.of("UMAP dimension 1", "UMAP dimension 2"),
            List.of(x, y))
        .withClusters(clusters, names)
        .withValues(
            List.of(
                new PointValues(LONG, value), new PointValues("kind", codes(n), List.of("a", "b"))))
        .withKeys(IntStream.range(0, n).mapToObj(i -> "Row" + i).toList());
  }

  private static float[] codes(int n) {
    float[] codes = new float[n];
    for (int i = 0; i < n; i++) {
      codes[i] = i % 3 - 1;
    }
    return codes;
  }

  static HistogramChart histograms(int n, int features, boolean byCluster) {
    var random = new Random(8);
    var list = new ArrayList<HistogramChart.Feature>();
    int[] clusters = IntStream.range(0, n).map(i -> i % 4 - 1).toArray();
    for (int f = 0; f < features; f++) {
      boolean skewed = f % 2 == 0;
      double[] values =
          IntStream.range(0, n)
              .mapToDouble(
                  i -> skewed ? Math.exp(3 * random.nextGaussian()) : random.nextGaussian())
              .toArray();
      String name = f == 1 ? LONG : "feature " + f;
      list.add(
          byCluster
              ? new HistogramChart.Feature(
                  name,
                  Histogram.byCluster(
                      name, values, clusters, List.of("cluster_0", "cluster_1", "cluster_2")))
              : new HistogramChart.Feature(
                  name, List.of(Histogram.of(name, values), Histogram.of("scaled", values))));
    }
    return new HistogramChart("Histograms", "How the values lie.", list);
  }

  static BarChart bars(int groups, int features) {
    var random = new Random(9);
    var list = new ArrayList<BarChart.Group>();
    for (int g = 0; g < groups; g++) {
      List<Double> values =
          IntStream.range(0, features)
              .mapToObj(f -> f == 2 ? Double.NaN : random.nextDouble())
              .toList();
      list.add(
          new BarChart.Group(
              g,
              "cluster_" + g,
              values,
              IntStream.range(0, features).mapToObj(f -> f % 3 - 1).toList(),
              "12 rows"));
    }
    return new BarChart(
        "Importance",
        "Longer is more.",
        "Mean |SHAP| (log-odds)",
        IntStream.range(0, features).mapToObj(f -> f == 0 ? LONG : "feature " + f).toList(),
        list);
  }

  static SummaryTable table(int rows) {
    var list = new ArrayList<List<Object>>();
    for (int i = 0; i < rows; i++) {
      list.add(
          Arrays.asList(
              "cluster_" + i, 1000 - i, (double) i / rows, i == 1 ? null : 1.0 / (i + 1), LONG));
    }
    return new SummaryTable(
        "Clusters",
        "The largest first.",
        List.of(
            new SummaryTable.Column("Cluster", SummaryTable.Kind.CLUSTER),
            new SummaryTable.Column("Size", SummaryTable.Kind.COUNT),
            new SummaryTable.Column("Share", SummaryTable.Kind.SHARE),
            new SummaryTable.Column("Stability", SummaryTable.Kind.NUMBER),
            new SummaryTable.Column("Verdict", SummaryTable.Kind.TEXT)),
        list);
  }

  static BeeswarmChart beeswarm(int n) {
    var random = new Random(10);
    var features = new ArrayList<BeeswarmChart.Feature>();
    for (int f = 0; f < 8; f++) {
      float[] values = new float[n];
      float[] contributions = new float[n];
      for (int i = 0; i < n; i++) {
        values[i] = (float) random.nextGaussian();
        contributions[i] = (float) (values[i] * (8 - f) / 8 + random.nextGaussian() / 5);
      }
      features.add(
          new BeeswarmChart.Feature(f == 3 ? LONG : "feature " + f, contributions, values));
    }
    return new BeeswarmChart(
        "Row by row",
        "A point a row.",
        "SHAP value (log-odds)",
        List.of(new BeeswarmChart.Group(0, "cluster_0", features)));
  }

  static DependenceChart dependence() {
    BeeswarmChart.Feature feature = beeswarm(300).groups().get(0).features().get(0);
    return new DependenceChart(
        "Dependence",
        "",
        "SHAP value (log-odds)",
        new PointValues("income", feature.values()),
        feature.contributions(),
        new PointValues("age", feature.values()),
        null);
  }

  static WaterfallChart waterfall() {
    return new WaterfallChart(
        "One row",
        "",
        "log-odds",
        -2.5,
        List.of(
            new WaterfallChart.Step("income", "1,200", 3.1),
            new WaterfallChart.Step(LONG, "9", -0.8),
            new WaterfallChart.Step("12 others", "", 0.2)));
  }

  /** Rows of two clusters and of none; a number, a category with a missing value, a long name. */
  static RowSample rows(int n) {
    var random = new Random(11);
    int[] clusters = IntStream.range(0, n).map(i -> i % 3 - 1).toArray();
    float[] number = new float[n];
    float[] category = new float[n];
    var groups = new ArrayList<RowSample.Group>();
    for (int i = 0; i < n; i++) {
      number[i] = (float) (clusters[i] + random.nextGaussian() / 3);
      category[i] = i % 7 == 0 ? Float.NaN : i % 2;
    }
    for (int g = 0; g < 2; g++) {
      float[] first = new float[n];
      float[] second = new float[n];
      float[] predictions = new float[n];
      for (int i = 0; i < n; i++) {
        first[i] = clusters[i] == g ? 2 + number[i] / 5 : -1 + number[i] / 5;
        second[i] = (category[i] == g ? 0.7f : -0.4f) + (float) random.nextGaussian() / 20;
        predictions[i] = -0.5f + first[i] + second[i] + 0.1f;
      }
      int own = g;
      groups.add(
          new RowSample.Group(
              g,
              "cluster_" + g,
              -0.5,
              predictions,
              new int[] {g, 1 - g},
              g == 0 ? List.of(first, second) : List.of(second, first),
              IntStream.range(0, n).filter(i -> clusters[i] == own).findFirst().orElse(-1)));
    }
    return new RowSample(
        "log-odds",
        IntStream.range(0, n).mapToObj(i -> "Row" + i).toList(),
        clusters,
        List.of(
            new PointValues("likes", number),
            new PointValues("kind", category, List.of("shop", "private")),
            new PointValues(LONG, number)),
        groups);
  }

  static List<Chart> sampleCharts(int n) {
    RowSample rows = rows(n);
    return Arrays.stream(SampleChart.Look.values())
        .map(look -> (Chart) new SampleChart(look, look.name(), "", rows, 1, n > 0 ? n % 2 : 0))
        .toList();
  }

  /** A map whose points all have one value, in a range of its own or not. */
  static ScatterChart alike(int n, float value, Range range) {
    float[] values = new float[n];
    Arrays.fill(values, value);
    return map(n, 3)
        .withValues(List.of(new PointValues("sureness", values, List.of(), range)))
        .coloredBy(0);
  }

  /** Cells that are all one share. */
  static HeatmapChart shares(float share) {
    float[] values = {share, share, share, share};
    return new HeatmapChart(
        "Shares", "", "", List.of("a", "b"), "", List.of("c", "d"), values, Range.SHARE, "share");
  }

  /** Shares of many rows and of few. */
  static HeatmapChart counted() {
    return shares(1).ofRows(new int[] {2000, 10, 9, 1});
  }

  static HeatmapChart heatmap(int rows, int columns) {
    float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 11 == 5 ? Float.NaN : (float) StrictMath.sin(i);
    }
    return new HeatmapChart(
        "Heat map",
        "",
        "Feature",
        IntStream.range(0, rows).mapToObj(i -> "feature " + i).toList(),
        "Cluster",
        IntStream.range(0, columns).mapToObj(i -> "cluster_" + i).toList(),
        values,
        Range.aroundZero(values),
        "Mean SHAP");
  }

  static IcicleChart icicle() {
    return new IcicleChart(
        "Condensed tree",
        "",
        "density (lambda)",
        List.of(
            new IcicleChart.Branch(
                -1, new float[] {0, 0.5f, 1}, new int[] {100, 90}, -1, "all rows"),
            new IcicleChart.Branch(0, new float[] {1, 2, 3}, new int[] {50, 30}, 0, "cluster_0"),
            new IcicleChart.Branch(
                0, new float[] {1, 1.5f, 4}, new int[] {35, 20}, 1, "cluster_1")));
  }

  static LineChart lines(int places) {
    float[] x = new float[places];
    float[] y = new float[places];
    for (int i = 0; i < places; i++) {
      x[i] = 5 + i * i;
      y[i] = (i * 7) % 20;
    }
    return new LineChart(
        "Sizes",
        "How it changes.",
        "minimum cluster size",
        List.of(new LineChart.Panel("clusters", x, y), new LineChart.Panel(LONG, x, y.clone())),
        List.of(new LineChart.Mark(30, "30, chosen", true), new LineChart.Mark(150, LONG, false)));
  }

  static MapsChart maps(int panels, int points) {
    var list = new ArrayList<MapsChart.Panel>();
    float[] codes = new float[points];
    for (int p = 0; p < panels; p++) {
      float[] x = new float[points];
      float[] y = new float[points];
      for (int i = 0; i < points; i++) {
        x[i] = i % 17 + p;
        y[i] = i == 3 ? Float.NaN : i % 23 * (p + 1);
        codes[i] = i % 4 - 1;
      }
      list.add(new MapsChart.Panel(p + " neighbors", "trust 0.9", x, y, p == 1));
    }
    var values =
        List.of(
            new PointValues("a number", panels == 0 ? codes : list.get(0).x()),
            new PointValues("a word", codes, List.of("one", "two", "three")));
    return new MapsChart("Settings", "How they differ.", 4, list, values);
  }

  /** One of each kind. */
  static List<Chart> all() {
    var charts =
        new ArrayList<Chart>(
            List.of(
                map(400, 5),
                table(7),
                histograms(200, 5, true),
                histograms(200, 5, false),
                bars(5, 20),
                beeswarm(200),
                dependence(),
                waterfall(),
                heatmap(8, 5),
                counted(),
                icicle(),
                lines(30),
                maps(7, 120)));
    charts.addAll(sampleCharts(90));
    return charts;
  }

  /** One of each kind with nothing, or almost nothing, in it. */
  static List<Chart> edges() {
    return List.of(
        map(0, 0),
        map(1, 1),
        map(11, 0),
        map(3000, 60),
        histograms(0, 3, true),
        histograms(1, 3, false),
        histograms(30, 0, true),
        histograms(40, 40, false),
        bars(0, 3),
        bars(60, 60),
        bars(1, 1),
        table(0),
        table(200),
        beeswarm(1),
        heatmap(0, 0),
        heatmap(60, 40),
        lines(0),
        lines(1),
        lines(300),
        maps(0, 0),
        maps(1, 0),
        maps(3, 1),
        maps(16, 2000));
  }
}
