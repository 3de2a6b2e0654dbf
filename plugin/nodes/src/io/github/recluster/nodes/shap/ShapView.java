// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.shap;

import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.shap.ShapSummary;
import io.github.recluster.nodes.chart.BarChart;
import io.github.recluster.nodes.chart.BeeswarmChart;
import io.github.recluster.nodes.chart.ClusterColors;
import io.github.recluster.nodes.chart.ViewData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What SHAP Explain shows: mean |SHAP| a cluster and feature, and single rows. */
record ShapView(BarChart bars, BeeswarmChart rows, List<String> notes) {
  private static final int MOST_ROWS = 400;
  private static final int MOST_FEATURES = 15;

  static ShapView of(Explanations e, Matrix x, String clusters) {
    int count = Math.min(x.rows(), MOST_ROWS);
    int[] shown = IntStream.range(0, count).map(i -> (int) ((long) i * x.rows() / count)).toArray();
    String axis = "mean |SHAP|, " + e.unit();
    List<BarChart.Group> bars = new ArrayList<>();
    List<BeeswarmChart.Group> swarms = new ArrayList<>();
    for (int k = 0; k < e.labels().size(); k++) {
      String label = e.labels().get(k);
      int number = ClusterColors.numberOf(label, k);
      bars.add(
          new BarChart.Group(
              number,
              label,
              means(e.summary(), k),
              directions(e, k, x),
              String.format(Locale.ROOT, "%,d rows", e.summary().rowsInside(k))));
      swarms.add(new BeeswarmChart.Group(number, label, swarm(e, k, x, shown)));
    }
    String note =
        String.format(
            Locale.ROOT,
            "%,d rows, %s SHAP of %s; a row's own cluster is %s.",
            x.rows(),
            e.mode(),
            e.unit(),
            clusters);
    return new ShapView(
        new BarChart(
            "What makes each cluster",
            "A bar is how much a feature moves the cluster's classifier, on average over all rows.",
            axis,
            e.features(),
            bars),
        new BeeswarmChart(
            "Rows",
            "Each point is a row: to the right the feature speaks for the cluster, to the left"
                + " against it; the color is the feature's value.",
            "SHAP, " + e.unit(),
            swarms),
        List.of(note, String.format(Locale.ROOT, "The points are %,d rows.", count)));
  }

  String toJson() {
    return new ViewData("SHAP Explain", notes, List.of(bars, rows)).toJson();
  }

  byte[] toPng() {
    return bars.toPng();
  }

  private static List<Double> means(ShapSummary summary, int model) {
    return IntStream.range(0, summary.features())
        .mapToObj(f -> summary.meanAbsolute(model, f))
        .toList();
  }

  /** Whether high or low values speak for a cluster: the sign of the covariance. */
  private static List<Integer> directions(Explanations e, int model, Matrix x) {
    List<Integer> directions = new ArrayList<>();
    for (int f = 0; f < x.columns(); f++) {
      double meanValue = 0;
      double meanShap = 0;
      double covariance = 0;
      int n = 0;
      for (int i = 0; i < x.rows(); i++) {
        double value = x.get(i, f);
        if (Double.isNaN(value)) {
          continue;
        }
        n++;
        double shap = e.contribution(model, i, f);
        double before = value - meanValue;
        meanValue += before / n;
        meanShap += (shap - meanShap) / n;
        covariance += before * (shap - meanShap);
      }
      directions.add((int) Math.signum(covariance));
    }
    return directions;
  }

  private static List<BeeswarmChart.Feature> swarm(
      Explanations e, int model, Matrix x, int[] shown) {
    return IntStream.range(0, x.columns())
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer f) -> -e.summary().meanAbsolute(model, f))
                .thenComparing(f -> f))
        .limit(MOST_FEATURES)
        .map(f -> line(e, model, x, shown, f))
        .toList();
  }

  private static BeeswarmChart.Feature line(
      Explanations e, int model, Matrix x, int[] shown, int feature) {
    float[] contributions = new float[shown.length];
    float[] values = new float[shown.length];
    for (int i = 0; i < shown.length; i++) {
      contributions[i] = (float) e.contribution(model, shown[i], feature);
      values[i] = (float) x.get(shown[i], feature);
    }
    return new BeeswarmChart.Feature(e.features().get(feature), contributions, values);
  }
}
