// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.ovr;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.trees.Importance;
import io.github.recluster.core.trees.TreeEnsemble;
import io.github.recluster.core.trees.TreePredictor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much each classifier uses each feature, in six ways.
 *
 * <p><b>In</b>: the classifiers that are kept, which give the five kinds that trees tell
 * themselves; and classifiers with rows to judge them by, for the sixth. <b>How</b> of the sixth:
 * shuffle one feature among the rows, and see how much the average precision falls (mean of some
 * shuffles; the same shuffles for all clusters). At most {@link #ROWS} rows are taken. <b>Ref</b>:
 * Breiman 2001, section 10.
 */
final class ImportanceTable {
  static final int ROWS = 2000;

  private final List<String> labels;
  private final List<String> features;
  private final OneVsRestOptions options;
  private final Parallel parallel;

  ImportanceTable(
      List<String> labels, List<String> features, OneVsRestOptions options, Parallel parallel) {
    this.labels = labels;
    this.features = features;
    this.options = options;
    this.parallel = parallel;
  }

  List<FeatureImportance> of(
      List<TreeEnsemble> kept, List<TreeEnsemble> judged, Matrix rows, boolean[][] positive) {
    double[][] permutation = permutation(judged, rows, positive);
    List<FeatureImportance> table = new ArrayList<>();
    for (int k = 0; k < kept.size(); k++) {
      TreeEnsemble e = kept.get(k);
      double[] weight = e.importance(Importance.WEIGHT);
      double[] gain = e.importance(Importance.GAIN);
      double[] cover = e.importance(Importance.COVER);
      double[] totalGain = e.importance(Importance.TOTAL_GAIN);
      double[] totalCover = e.importance(Importance.TOTAL_COVER);
      for (int f = 0; f < weight.length; f++) {
        table.add(
            new FeatureImportance(
                labels.get(k),
                features.get(f),
                weight[f],
                gain[f],
                cover[f],
                totalGain[f],
                totalCover[f],
                permutation[k][f]));
      }
    }
    return table;
  }

  private double[][] permutation(List<TreeEnsemble> judged, Matrix all, boolean[][] allPositive) {
    double[][] fall = new double[judged.size()][features.size()];
    if (options.permutations() == 0) {
      for (double[] row : fall) {
        Arrays.fill(row, Double.NaN);
      }
      return fall;
    }
    int[] sample = sample(all.rows());
    Matrix x = all.select(sample);
    boolean[][] positive = new boolean[judged.size()][];
    for (int k = 0; k < positive.length; k++) {
      positive[k] = select(allPositive[k], sample);
    }
    TreePredictor predictor = TreePredictor.of(judged);
    double[] before = averagePrecisions(predictor.margins(x, parallel), positive);
    boolean[] used = used(judged);
    for (int f = 0; f < features.size(); f++) {
      for (int r = 0; used[f] && r < options.permutations(); r++) {
        parallel.progress().report((double) f / features.size(), "Shuffling features");
        parallel.progress().checkCanceled();
        Matrix shuffled = shuffled(x, f, Seeds.stream(options.seed(), 1000L + r));
        double[] after = averagePrecisions(predictor.margins(shuffled, parallel), positive);
        for (int k = 0; k < fall.length; k++) {
          fall[k][f] += (before[k] - after[k]) / options.permutations();
        }
      }
    }
    return fall;
  }

  private int[] sample(int rows) {
    int[] ids = IntStream.range(0, rows).toArray();
    if (rows <= ROWS) {
      return ids;
    }
    int[] chosen = Arrays.copyOf(Splits.shuffled(ids, Seeds.stream(options.seed(), 5)), ROWS);
    Arrays.sort(chosen);
    return chosen;
  }

  private static boolean[] select(boolean[] values, int[] ids) {
    boolean[] selected = new boolean[ids.length];
    for (int i = 0; i < ids.length; i++) {
      selected[i] = values[ids[i]];
    }
    return selected;
  }

  private boolean[] used(List<TreeEnsemble> ensembles) {
    boolean[] used = new boolean[features.size()];
    for (TreeEnsemble e : ensembles) {
      double[] weight = e.importance(Importance.WEIGHT);
      for (int f = 0; f < used.length; f++) {
        used[f] |= weight[f] > 0;
      }
    }
    return used;
  }

  private static Matrix shuffled(Matrix x, int feature, long seed) {
    int d = x.columns();
    double[] values = x.values().clone();
    int[] from = Splits.shuffled(IntStream.range(0, x.rows()).toArray(), seed);
    for (int i = 0; i < from.length; i++) {
      values[i * d + feature] = x.get(from[i], feature);
    }
    return Matrix.of(x.rows(), d, values);
  }

  private static double[] averagePrecisions(float[][] margins, boolean[][] positive) {
    double[] result = new double[margins.length];
    for (int k = 0; k < result.length; k++) {
      double ap = new BinaryScores(positive[k], margins[k]).averagePrecision();
      result[k] = Double.isNaN(ap) ? 0 : ap;
    }
    return result;
  }
}
