// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.shap;

import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.data.Labels;
import io.github.recluster.core.shap.ShapExplainer;
import io.github.recluster.core.shap.ShapSummary;
import io.github.recluster.nodes.chart.PointValues;
import io.github.recluster.nodes.chart.RowSample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Keeps some rows of each cluster while all rows stream by, for the charts of single rows.
 *
 * <p><b>How</b>: each row has a number by chance that hangs on its key alone, and a cluster keeps
 * the rows of the lowest: the same ones whatever the order of rows. One row may be asked for by its
 * key.
 */
final class RowSampler {
  private static final int MOST_ROWS = 400;
  private static final int FEW = 3; // of each of very many clusters
  private static final long NUMBERS = 1 << 22;
  private static final int MOST_FEATURES = 15;

  private final List<String> labels;
  private final List<String> features;
  private final String wanted;
  private final int share;
  private final List<PriorityQueue<Kept>> byCluster = new ArrayList<>();

  /** One row with all that is said of it. */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  private record Kept(
      String key, long chance, int cluster, double[] x, float[] predictions, float[] said) {}

  /**
   * Begins with no rows.
   *
   * @param wanted the key of a row to keep in any case; may be empty
   */
  RowSampler(List<String> labels, List<String> features, String wanted) {
    this.labels = labels;
    this.features = features;
    this.wanted = wanted;
    int clusters = labels.size() + 1;
    long fit = NUMBERS / Math.max(1L, (long) labels.size() * features.size() * clusters);
    this.share = (int) Math.max(1, Math.min(Math.max(FEW, MOST_ROWS / clusters), fit));
    for (int c = 0; c < clusters; c++) {
      byCluster.add(new PriorityQueue<>(LOWEST_CHANCE.reversed()));
    }
  }

  private static final Comparator<Kept> LOWEST_CHANCE =
      Comparator.comparingLong(Kept::chance).thenComparing(Kept::key);

  /** The most rows that are kept of a cluster. */
  int ofEachCluster() {
    return share;
  }

  /** Looks at the next rows. */
  void look(ExplainedRows rows) {
    for (int i = 0; i < rows.count(); i++) {
      String key = rows.key(i);
      long chance =
          key.equals(wanted) ? Long.MIN_VALUE : Seeds.bits(0, key.hashCode()) | 1L; // never first
      int cluster = Math.max(Labels.NOISE, rows.clusters()[i]); // an unknown one is drawn as none
      PriorityQueue<Kept> kept = byCluster.get(cluster == Labels.NOISE ? labels.size() : cluster);
      if (kept.size() == share) {
        Kept last = kept.peek();
        if (chance > last.chance || (chance == last.chance && key.compareTo(last.key) >= 0)) {
          continue;
        }
        kept.poll();
      }
      kept.add(kept(rows, i, key, chance, cluster));
    }
  }

  private Kept kept(ExplainedRows rows, int row, String key, long chance, int cluster) {
    int d = features.size();
    double[] x = new double[d];
    float[] predictions = new float[labels.size()];
    float[] said = new float[labels.size() * d];
    for (int f = 0; f < d; f++) {
      x[f] = rows.x().get(row, f);
    }
    for (int k = 0; k < predictions.length; k++) {
      predictions[k] = (float) rows.predictions()[k][row];
      for (int f = 0; f < d; f++) {
        said[k * d + f] = (float) rows.contribution(k, row, f);
      }
    }
    return new Kept(key, chance, cluster, x, predictions, said);
  }

  /**
   * The sample, with the most important features of each cluster.
   *
   * @param categories what the numbers of a feature stand for
   */
  RowSample sample(
      ShapExplainer explainer, ShapSummary summary, List<Optional<List<String>>> categories) {
    List<Kept> rows =
        byCluster.stream().flatMap(kept -> kept.stream().sorted(LOWEST_CHANCE)).toList();
    List<PointValues> values = new ArrayList<>();
    for (int f = 0; f < features.size(); f++) {
      int feature = f;
      values.add(
          new PointValues(
              features.get(f),
              floats(rows, row -> row.x[feature]),
              categories.get(f).orElse(List.of())));
    }
    List<RowSample.Group> groups = new ArrayList<>();
    for (int k = 0; k < labels.size(); k++) {
      groups.add(group(k, rows, explainer.baseValue(k), summary));
    }
    return new RowSample(
        explainer.unit().toString(),
        rows.stream().map(Kept::key).toList(),
        rows.stream().mapToInt(Kept::cluster).toArray(),
        values,
        groups);
  }

  private RowSample.Group group(int model, List<Kept> rows, double base, ShapSummary summary) {
    int d = features.size();
    int[] top =
        ShapView.mostImportant(summary, model).stream()
            .limit(MOST_FEATURES)
            .mapToInt(Integer::intValue)
            .toArray();
    List<float[]> contributions = new ArrayList<>();
    for (int f : top) {
      contributions.add(floats(rows, row -> row.said[model * d + f]));
    }
    return new RowSample.Group(
        ShapView.number(labels, model),
        labels.get(model),
        base,
        floats(rows, row -> row.predictions[model]),
        top,
        contributions,
        typical(model, rows, summary));
  }

  /** The row of the cluster whose contributions are nearest to the cluster's mean; −1 if none. */
  private int typical(int model, List<Kept> rows, ShapSummary summary) {
    return IntStream.range(0, rows.size())
        .filter(i -> rows.get(i).cluster == model)
        .boxed()
        .min(Comparator.comparingDouble(i -> distance(rows.get(i), model, summary)))
        .orElse(-1);
  }

  private static double distance(Kept row, int model, ShapSummary summary) {
    int d = row.x.length;
    double sum = 0;
    for (int f = 0; f < d; f++) {
      double difference = row.said[model * d + f] - summary.meanInside(model, f);
      sum += difference * difference;
    }
    return sum;
  }

  private static float[] floats(List<Kept> rows, ToDoubleFunction<Kept> of) {
    float[] values = new float[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) of.applyAsDouble(rows.get(i));
    }
    return values;
  }
}
