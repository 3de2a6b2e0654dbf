// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.shap;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Progress;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.trees.RegressionTree;
import io.github.recluster.core.trees.Thresholds;
import io.github.recluster.core.trees.TreeEnsemble;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Path-dependent SHAP interaction values of one ensemble: what two features contribute together,
 * beyond what each does alone.
 *
 * <p><b>In</b>: rows, NaN = missing. <b>Out</b>: for a row a symmetric matrix; off the diagonal
 * half of each pair's interaction, on it what is left of the feature's own contribution, so that a
 * line adds up to the feature's SHAP value, in log-odds. <b>How</b>: of the product game of a leaf,
 * the pair (i, j) gets {@code ½ v (P_i − r_i)(P_j − r_j) ∫ Π_{k≠i,j} (t P_k + (1−t) r_k) dt}, exact
 * by Gauss points; per leaf a table over the agreements of its features. <b>Ref</b>: Lundberg et
 * al. 2020; the numbers of XGBoost's {@code pred_interactions}.
 */
public final class ShapInteractions {
  /** Leaves of more features are worked out row by row. */
  private static final int TABLE_DEPTH = 7;

  static final int BLOCK = 64;

  /** A leaf with the pairs' values for every agreement, or none if they would be too many. */
  private record PairLeaf(LeafGroup group, LeafPath path, List<double[]> table) {}

  private final int features;
  private final Thresholds thresholds;
  private final List<List<PairLeaf>> trees = new ArrayList<>();
  private final TreeShap single;

  private ShapInteractions(TreeEnsemble ensemble, Progress progress) {
    this.features = ensemble.features();
    this.thresholds = Thresholds.of(List.of(ensemble));
    this.single = TreeShap.of(List.of(ensemble));
    for (RegressionTree tree : ensemble.trees()) {
      progress.checkCanceled();
      trees.add(LeafGroup.cut(tree, thresholds, 0).stream().map(ShapInteractions::ready).toList());
    }
  }

  private static PairLeaf ready(LeafGroup group) {
    LeafPath path = group.leaves().get(0);
    List<double[]> table = new ArrayList<>();
    for (int a = 0; path.depth() <= TABLE_DEPTH && a < 1 << path.depth(); a++) {
      table.add(pairs(path, a));
    }
    return new PairLeaf(group, path, table);
  }

  /** Makes ready to explain an ensemble. */
  public static ShapInteractions of(TreeEnsemble ensemble, Parallel parallel) {
    return new ShapInteractions(ensemble, parallel.progress());
  }

  /** Takes the matrix of a row; it must not be kept. */
  @FunctionalInterface
  public interface Sink {
    /** Takes {@code matrix[i * features + j]} of a row, on any thread, rows in any order. */
    void accept(int row, double[] matrix);
  }

  /** The interaction values of rows, one matrix after the other. */
  public void explain(Matrix rows, Parallel parallel, Sink sink) {
    double[][] own = single.explain(rows, parallel)[0];
    BinnedRows binned = BinnedRows.of(thresholds, rows, 0, rows.rows(), parallel);
    parallel.forChunks(
        rows.rows(),
        BLOCK,
        (from, to) -> {
          double[] matrix = new double[features * features];
          for (int row = from; row < to; row++) {
            Arrays.fill(matrix, 0);
            for (List<PairLeaf> leaves : trees) {
              parallel.progress().checkCanceled();
              for (PairLeaf leaf : leaves) {
                add(leaf, binned, row, matrix);
              }
            }
            complete(matrix, own[row]);
            sink.accept(row, matrix);
          }
        });
  }

  private void add(PairLeaf leaf, BinnedRows rows, int row, double[] matrix) {
    LeafPath path = leaf.path();
    long agreement = path.agreement(GroupTable.outcomes(leaf.group().conditions(), rows, row));
    double[] pairs =
        leaf.table().isEmpty() ? pairs(path, agreement) : leaf.table().get((int) agreement);
    int p = 0;
    for (int i = 0; i < path.depth(); i++) {
      for (int j = i + 1; j < path.depth(); j++) {
        int a = path.features()[i];
        int b = path.features()[j];
        matrix[Math.min(a, b) * features + Math.max(a, b)] += pairs[p++];
      }
    }
  }

  /** Below the diagonal as above; on it what is left of the feature's own contribution. */
  private void complete(double[] matrix, double[] own) {
    for (int i = 0; i < features; i++) {
      double rest = own[i];
      for (int j = 0; j < features; j++) {
        if (j < i) {
          matrix[i * features + j] = matrix[j * features + i];
        }
        rest -= j == i ? 0 : matrix[i * features + j];
      }
      matrix[i * features + i] = rest;
    }
  }

  /** Half of the interaction of each pair of the leaf's features: (0, 1), (0, 2), … */
  private static double[] pairs(LeafPath path, long agreement) {
    int depth = path.depth();
    double[] pairs = new double[depth * (depth - 1) / 2];
    if (depth < 2) {
      return pairs;
    }
    Quadrature quadrature = Quadrature.exactTo(depth - 2);
    double[] factor = new double[depth];
    double[] behind = new double[depth + 1]; // the product of the factors from a place on
    for (int q = 0; q < quadrature.count(); q++) {
      double t = quadrature.point(q);
      behind[depth] = quadrature.weight(q) * path.value() / 2;
      for (int k = depth - 1; k >= 0; k--) {
        factor[k] = t * ((agreement >>> k) & 1) + (1 - t) * path.ratios()[k];
        behind[k] = behind[k + 1] * factor[k];
      }
      int p = 0;
      double before = 1;
      for (int i = 0; i < depth; i++) {
        double product = before * difference(path, agreement, i);
        for (int j = i + 1; j < depth; j++) {
          pairs[p++] += product * difference(path, agreement, j) * behind[j + 1];
          product *= factor[j];
        }
        before *= factor[i];
      }
    }
    return pairs;
  }

  private static double difference(LeafPath path, long agreement, int feature) {
    return ((agreement >>> feature) & 1) - path.ratios()[feature];
  }
}
