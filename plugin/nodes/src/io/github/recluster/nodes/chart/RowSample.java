// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Some rows with what SHAP says of them: what all {@link SampleChart}s of a page draw from.
 *
 * @param unit log-odds or probability
 * @param keys row keys
 * @param clusters each row's own cluster as its place among the groups; −1 if it has none
 * @param features all features and their values, −1 or NaN if missing
 * @param groups what each cluster's classifier says
 */
@SuppressWarnings("ArrayRecordComponent") // long, shared, never written to
public record RowSample(
    String unit,
    List<String> keys,
    int[] clusters,
    List<PointValues> features,
    List<Group> groups) {
  private static final int MOST_STEPS = 10;

  /**
   * What one cluster's classifier says of the rows.
   *
   * @param cluster the cluster's number (its color)
   * @param baseValue the prediction before anything is known
   * @param predictions a row each
   * @param top the most important features, the first first, by their place among all
   * @param contributions of these features, a value a row
   * @param typical the row that stands for the cluster; −1 if there is none
   */
  public record Group(
      int cluster,
      String name,
      double baseValue,
      float[] predictions,
      int[] top,
      List<float[]> contributions,
      int typical) {
    public Group {
      contributions = List.copyOf(contributions);
    }
  }

  public RowSample {
    keys = List.copyOf(keys);
    features = List.copyOf(features);
    groups = List.copyOf(groups);
  }

  /** A cluster's rows, a line of points a feature. */
  BeeswarmChart beeswarm(String title, String caption, int group) {
    Group g = groups.get(group);
    var lines = new ArrayList<BeeswarmChart.Feature>();
    for (int i = 0; i < g.top.length; i++) {
      PointValues values = features.get(g.top[i]);
      lines.add(new BeeswarmChart.Feature(values.name(), g.contributions.get(i), values.numbers()));
    }
    return new BeeswarmChart(
        title,
        caption,
        "SHAP, " + unit,
        List.of(new BeeswarmChart.Group(g.cluster, g.name, lines)));
  }

  /** One row, step by step: the largest contributions, and all others as one. */
  WaterfallChart waterfall(String title, String caption, int group, int row) {
    Group g = groups.get(group);
    List<Integer> order =
        IntStream.range(0, g.top.length)
            .filter(i -> g.contributions.get(i)[row] != 0)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -Math.abs(g.contributions.get(i)[row])))
            .limit(MOST_STEPS)
            .toList();
    var steps = new ArrayList<WaterfallChart.Step>();
    double rest = g.predictions[row] - g.baseValue;
    for (int i : order) {
      PointValues values = features.get(g.top[i]);
      float contribution = g.contributions.get(i)[row];
      steps.add(new WaterfallChart.Step(values.name(), values.text(row), contribution));
      rest -= contribution;
    }
    int others = features.size() - order.size();
    if (others > 0) {
      steps.add(new WaterfallChart.Step(others + (others == 1 ? " other" : " others"), "", rest));
    }
    return new WaterfallChart(title, caption, unit, g.baseValue, steps);
  }

  /** How one of a cluster's most important features moves what is said of it. */
  DependenceChart dependence(String title, String caption, int group, int place) {
    Group g = groups.get(group);
    float[] own = new float[clusters.length];
    for (int i = 0; i < own.length; i++) {
      own[i] = clusters[i] == group ? 1 : 0;
    }
    return new DependenceChart(
        title,
        caption,
        "SHAP, " + unit,
        features.get(g.top[place]),
        g.contributions.get(place),
        new PointValues("cluster", own, List.of("other rows", "rows of " + g.name)),
        keys);
  }

  Json.Raw json() {
    var list = new ArrayList<Json.Raw>();
    for (Group g : groups) {
      list.add(
          Json.of(
              "cluster", g.cluster,
              "name", g.name,
              "baseValue", g.baseValue,
              "predictions", Json.pack(g.predictions),
              "top", g.top,
              "contributions", g.contributions.stream().map(Json::pack).toList(),
              "typical", g.typical));
    }
    return Json.of(
        "unit", unit,
        "keys", Json.packKeys(keys),
        "clusters", Json.pack(clusters),
        "features", features.stream().map(PointValues::json).toList(),
        "groups", list);
  }
}
