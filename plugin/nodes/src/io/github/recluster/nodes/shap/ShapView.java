// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.shap;

import io.github.recluster.core.ovr.OneVsRestModel;
import io.github.recluster.core.shap.PairSummary;
import io.github.recluster.core.shap.ShapSummary;
import io.github.recluster.nodes.chart.BarChart;
import io.github.recluster.nodes.chart.Chart;
import io.github.recluster.nodes.chart.ClusterColors;
import io.github.recluster.nodes.chart.HeatmapChart;
import io.github.recluster.nodes.chart.Range;
import io.github.recluster.nodes.chart.RowSample;
import io.github.recluster.nodes.chart.SampleChart;
import io.github.recluster.nodes.chart.SampleChart.Look;
import io.github.recluster.nodes.chart.SummaryTable;
import io.github.recluster.nodes.chart.ViewData;
import io.github.recluster.nodes.run.Count;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What SHAP Explain shows: mean |SHAP| a cluster and feature, the clusters in words and side by
 * side, and a sample of the rows.
 */
record ShapView(
    BarChart bars,
    HeatmapChart heatmap,
    Optional<HeatmapChart> pairs,
    SummaryTable words,
    RowSample sample,
    List<String> notes) {
  private static final int MOST_LINES = 20;

  static ShapView of(
      OneVsRestModel model,
      RowExplainer explainer,
      RowSampler sampler,
      RulesTable rules,
      Optional<PairSummary> pairs) {
    ShapSummary summary = explainer.summary();
    String unit = explainer.explainer().unit().toString();
    List<String> labels = model.labels();
    RowSample sample =
        sampler.sample(
            explainer.explainer(),
            summary,
            IntStream.range(0, summary.features()).mapToObj(model::categories).toList());
    return new ShapView(
        bars(labels, model.features(), summary, unit),
        heatmap(labels, model.features(), summary, unit),
        pairs.map(p -> pairs(labels, model.features(), p, unit)),
        rules.chart(),
        sample,
        notes(explainer, summary, sampler, sample));
  }

  private static List<String> notes(
      RowExplainer explainer, ShapSummary summary, RowSampler sampler, RowSample sample) {
    String note =
        String.format(
            Locale.ROOT,
            "%s, %s SHAP of %s; a row's own cluster is %s.",
            Count.of(summary.rows(), "row"),
            explainer.explainer().mode(),
            explainer.explainer().unit(),
            explainer.ownCluster());
    String added =
        String.format(
            Locale.ROOT,
            "Base value and contributions add up to the prediction in every row (to within %.0e).",
            IntStream.range(0, summary.models())
                .mapToDouble(summary::additivityError)
                .max()
                .orElse(0));
    String few =
        String.format(
            Locale.ROOT,
            "The tabs with single rows show a sample of %s, up to %,d of each cluster.",
            Count.of(sample.keys().size(), "row"),
            sampler.ofEachCluster());
    return List.of(note, added, few);
  }

  private static BarChart bars(
      List<String> labels, List<String> features, ShapSummary summary, String unit) {
    List<BarChart.Group> groups = new ArrayList<>();
    for (int k = 0; k < labels.size(); k++) {
      int model = k;
      groups.add(
          new BarChart.Group(
              number(labels, k),
              labels.get(k),
              IntStream.range(0, summary.features())
                  .mapToObj(f -> summary.meanAbsolute(model, f))
                  .toList(),
              IntStream.range(0, summary.features())
                  .mapToObj(f -> summary.direction(model, f))
                  .toList(),
              Count.of(summary.rowsInside(k), "row")));
    }
    return new BarChart(
        "What makes each cluster",
        "A bar is how much a feature moves the cluster's classifier, up or down, on average over"
            + " all rows.",
        "mean |SHAP|, " + unit,
        features,
        groups);
  }

  /** The pairs of features that say most together in any cluster, cluster by cluster. */
  private static HeatmapChart pairs(
      List<String> labels, List<String> features, PairSummary pairs, String unit) {
    int d = features.size();
    List<Integer> lines =
        falling(
                IntStream.range(0, d * d).filter(p -> p / d < p % d && loudest(pairs, p) > 0),
                p -> loudest(pairs, p))
            .limit(MOST_LINES)
            .toList();
    float[] values = new float[lines.size() * labels.size()];
    for (int i = 0; i < values.length; i++) {
      int p = lines.get(i / labels.size());
      values[i] = (float) pairs.meanAbsolute(i % labels.size(), p / d, p % d);
    }
    return new HeatmapChart(
        "Which features act together",
        "How much two features move a cluster's classifier together, beyond what each does alone,"
            + " on average over all rows.",
        "Features",
        lines.stream().map(p -> features.get(p / d) + " × " + features.get(p % d)).toList(),
        "Cluster",
        labels,
        values,
        Range.fromZero(values),
        "mean |SHAP| of both together, " + unit);
  }

  private static double loudest(PairSummary pairs, int pair) {
    int a = pair / pairs.features();
    int b = pair % pairs.features();
    return IntStream.range(0, pairs.models())
        .mapToDouble(k -> pairs.meanAbsolute(k, a, b))
        .max()
        .orElse(0);
  }

  /** The features that speak loudest inside any cluster, cluster by cluster. */
  private static HeatmapChart heatmap(
      List<String> labels, List<String> features, ShapSummary summary, String unit) {
    List<Integer> lines =
        falling(IntStream.range(0, features.size()), f -> loudest(summary, f))
            .limit(MOST_LINES)
            .toList();
    float[] values = new float[lines.size() * labels.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) summary.meanInside(i % labels.size(), lines.get(i / labels.size()));
    }
    return new HeatmapChart(
        "Clusters side by side",
        "Orange: inside the cluster the feature speaks for it; blue: against it."
            + (lines.size() < features.size()
                ? " The " + lines.size() + " of " + features.size() + " features that say most."
                : ""),
        "Feature",
        lines.stream().map(features::get).toList(),
        "Cluster",
        labels,
        values,
        Range.aroundZero(values),
        "mean SHAP inside the cluster, " + unit);
  }

  private static double loudest(ShapSummary summary, int feature) {
    return IntStream.range(0, summary.models())
        .mapToDouble(k -> Math.abs(summary.meanInside(k, feature)))
        .filter(Double::isFinite)
        .max()
        .orElse(0);
  }

  /** A model's features by mean |SHAP|, the largest first. */
  static List<Integer> mostImportant(ShapSummary summary, int model) {
    return falling(IntStream.range(0, summary.features()), f -> summary.meanAbsolute(model, f))
        .toList();
  }

  /** By falling size; equal ones stay in order. */
  private static Stream<Integer> falling(IntStream numbers, ToDoubleFunction<Integer> size) {
    return numbers.boxed().sorted(Comparator.comparingDouble(i -> -size.applyAsDouble(i)));
  }

  /** The number of a cluster, which gives its color. */
  static int number(List<String> labels, int place) {
    return ClusterColors.numberOf(labels.get(place), place);
  }

  String toJson() {
    List<Chart> charts =
        new ArrayList<>(
            List.of(
                bars,
                words,
                chart(Look.BEESWARM, "Rows", 0, 0),
                chart(Look.WATERFALL, "One row", 0, 0),
                chart(Look.DEPENDENCE, "One feature", 0, 0),
                heatmap));
    pairs.filter(chart -> chart.values().length > 0).ifPresent(charts::add);
    return new ViewData("SHAP Explain", notes, charts).toJson();
  }

  /** A chart of single rows, which a page lets choose and a picture shows. */
  SampleChart chart(Look look, String title, int group, int detail) {
    String caption =
        switch (look) {
          case BEESWARM ->
              "Each point is a row: to the right the feature speaks for the cluster, to the left"
                  + " against it; the color is the feature's value.";
          case WATERFALL ->
              "From what the classifier says on average to what it says of this row: orange bars"
                  + " speak for the cluster, blue ones against it.";
          case DEPENDENCE ->
              "Each point is a row: how high its value is, and how much that speaks for the cluster"
                  + " (above 0) or against it (below).";
        };
    return new SampleChart(look, title, caption, sample, group, detail);
  }
}
