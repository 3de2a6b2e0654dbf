// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.ovr;

import io.github.recluster.core.ovr.CalibrationBin;
import io.github.recluster.core.ovr.ClassificationReport;
import io.github.recluster.core.ovr.Confusion;
import io.github.recluster.core.ovr.FeatureImportance;
import io.github.recluster.core.ovr.OneVsRestModel;
import io.github.recluster.core.ovr.OneVsRestPrediction;
import io.github.recluster.nodes.chart.BarChart;
import io.github.recluster.nodes.chart.Chart;
import io.github.recluster.nodes.chart.ClusterColors;
import io.github.recluster.nodes.chart.HeatmapChart;
import io.github.recluster.nodes.chart.Range;
import io.github.recluster.nodes.chart.SummaryTable;
import io.github.recluster.nodes.chart.SummaryTable.Column;
import io.github.recluster.nodes.chart.SummaryTable.Kind;
import io.github.recluster.nodes.chart.ViewData;
import io.github.recluster.nodes.port.OneVsRestModelPortObject;
import io.github.recluster.nodes.run.Count;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What One-vs-Rest XGBoost Learner and the model's port show: by which features each cluster is
 * told from the rest, how well, which clusters are mixed up, and how far to trust probabilities.
 */
public final class OneVsRestView {
  private final OneVsRestModel model;
  private final BarChart importance;

  private OneVsRestView(OneVsRestModel model) {
    this.model = model;
    this.importance = importance(model);
  }

  static OneVsRestView of(OneVsRestModel model) {
    return new OneVsRestView(model);
  }

  /** What the model's port shows. */
  public static String ofPort(OneVsRestModelPortObject port) {
    return of(port.model()).toJson("One-vs-rest model", Optional.empty());
  }

  /**
   * What the view shows.
   *
   * @param origin what is to be said of where the clusters come from
   */
  String toJson(String title, Optional<String> origin) {
    List<Chart> charts = new ArrayList<>(List.of(importance, report(model)));
    model.confusion().map(c -> confusion(c, judged(model))).ifPresent(charts::add);
    if (!model.calibration().isEmpty()) {
      charts.add(calibration(model));
    }
    List<String> notes = notes(model);
    origin.ifPresent(notes::add);
    return new ViewData(title, notes, charts).toJson();
  }

  byte[] toPng() {
    return importance.toPng();
  }

  private static List<String> notes(OneVsRestModel model) {
    List<String> notes = new ArrayList<>();
    notes.add(
        Count.of(model.labels().size(), "cluster")
            + (model.labels().size() == 1 ? " has" : " have")
            + " a classifier; it reads "
            + Count.of(model.features().size(), "feature")
            + ".");
    model
        .skipped()
        .forEach(
            s ->
                notes.add(
                    "No classifier for "
                        + s.cluster()
                        + " ("
                        + Count.of(s.size(), "row")
                        + "): "
                        + s.reason()));
    return notes;
  }

  private static BarChart importance(OneVsRestModel model) {
    List<BarChart.Group> groups = new ArrayList<>();
    for (int k = 0; k < model.labels().size(); k++) {
      String label = model.labels().get(k);
      List<FeatureImportance> own =
          model.importance().stream().filter(i -> i.cluster().equals(label)).toList();
      double total = own.stream().mapToDouble(FeatureImportance::totalGain).sum();
      List<Double> shares = own.stream().map(i -> total > 0 ? i.totalGain() / total : 0.0).toList();
      groups.add(new BarChart.Group(ClusterColors.numberOf(label, k), label, shares));
    }
    return new BarChart(
        "What sets each cluster apart",
        "A bar is a feature's share of all that the cluster's trees gained by their splits.",
        "share of total gain",
        model.features(),
        groups);
  }

  private static SummaryTable report(OneVsRestModel model) {
    List<Column> columns =
        new ArrayList<>(
            List.of(new Column("Cluster", Kind.CLUSTER), new Column("Split", Kind.TEXT)));
    Stream.of("Precision", "Recall", "F1", "Support", "ROC AUC", "Average precision")
        .forEach(name -> columns.add(new Column(name, Kind.NUMBER)));
    boolean warned = model.report().rows().stream().anyMatch(row -> !row.warning().isEmpty());
    if (warned) {
      columns.add(new Column("Warning", Kind.TEXT));
    }
    List<List<Object>> rows = new ArrayList<>();
    for (ClassificationReport.Row row : model.report().rows()) {
      boolean mean = row.cluster().equals(ClassificationReport.MACRO);
      List<Object> cells = new ArrayList<>(List.of(row.cluster(), row.split().toString()));
      cells.add(SummaryTable.finite(row.inside().precision()));
      cells.add(SummaryTable.finite(row.inside().recall()));
      cells.add(SummaryTable.finite(row.inside().f1()));
      cells.add(mean ? null : SummaryTable.finite(row.inside().support()));
      cells.add(SummaryTable.finite(row.rocAuc()));
      cells.add(SummaryTable.finite(row.averagePrecision()));
      if (warned) {
        cells.add(row.warning());
      }
      rows.add(cells);
    }
    return new SummaryTable(
        "How well each cluster is recognized",
        "On rows that the judged classifiers had not seen: held out once, or out of fold. Support:"
            + " the cluster's rows among them. Macro: the plain mean of all clusters.",
        columns,
        rows);
  }

  /** On which rows the classifiers were judged last: what the two heat maps are of. */
  private static String judged(OneVsRestModel model) {
    List<ClassificationReport.Row> rows = model.report().rows();
    return rows.isEmpty() ? "judged" : rows.get(rows.size() - 1).split().toString();
  }

  private static HeatmapChart confusion(Confusion confusion, String judged) {
    List<String> names = new ArrayList<>(confusion.labels());
    names.add(OneVsRestPrediction.NONE_OF_THESE);
    int size = names.size();
    float[] shares = new float[size * size];
    int[] rows = new int[size * size];
    for (int a = 0; a < size; a++) {
      int[] counts = confusion.counts()[a];
      int sum = Arrays.stream(counts).sum();
      for (int b = 0; b < size; b++) {
        rows[a * size + b] = sum;
        shares[a * size + b] = sum == 0 ? Float.NaN : (float) counts[b] / sum;
      }
    }
    return new HeatmapChart(
            "Which clusters are mixed up",
            "Where the rows of each cluster end up: on the diagonal if they are recognized. On rows"
                + " that the judged classifiers had not seen ("
                + judged
                + ").",
            "true cluster",
            names,
            "predicted cluster",
            names,
            shares,
            Range.SHARE,
            "share of the true cluster's rows")
        .ofRows(rows);
  }

  private static HeatmapChart calibration(OneVsRestModel model) {
    List<CalibrationBin> bins = model.calibration();
    int steps = bins.size() / model.labels().size();
    List<String> columns = new ArrayList<>();
    for (CalibrationBin bin : bins.subList(0, steps)) {
      columns.add(Math.round(100 * bin.from()) + "–" + Math.round(100 * bin.to()) + " %");
    }
    float[] shares = new float[bins.size()];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = (float) bins.get(i).observedShare();
    }
    return new HeatmapChart(
            "How far to trust probabilities",
            "How many of the rows with such a probability really are in the cluster, on rows that"
                + " the judged classifiers had not seen ("
                + judged(model)
                + "). With balanced clusters, probabilities are too high, the more so the smaller"
                + " the cluster: the classifier learns as if it were half of all rows.",
            "cluster",
            model.labels(),
            "probability",
            columns,
            shares,
            Range.SHARE,
            "share in the cluster")
        .ofRows(bins.stream().mapToInt(CalibrationBin::rows).toArray());
  }
}
