// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.shap;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Progress;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.trees.RegressionTree;
import io.github.recluster.core.trees.Thresholds;
import io.github.recluster.core.trees.TreeEnsemble;
import io.github.recluster.core.trees.TreePredictor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Exact Shapley values by tables, for both modes.
 *
 * <p><b>In</b>: ensembles over the same features; the mode's values of a leaf. <b>Out</b>: blocks
 * of contributions. <b>How</b>: rows become bins once for all ensembles ({@link Thresholds}); each
 * tree is cut into groups of leaves that hang on at most {@link #BITS} conditions ({@link
 * LeafGroup}), each with a table over all outcomes ({@link GroupTable}); deeper trees may be walked
 * instead ({@link QuadratureTree}). A row then costs, a group, one pattern of bits and one addition
 * a feature: for a full tree of depth 6, 16 patterns and 112 additions. Sums are in double, in the
 * order of trees, so that a row's bits depend neither on the other rows nor on threads. Memory:
 * tables of some trees, contributions of some rows.
 */
final class TableExplainer {
  /** Conditions up to which leaves share a table: more make fewer and larger tables. */
  private static final int BITS = 7;

  /** Conditions up to which a long way has a table. */
  static final int MOST_BITS = 8;

  private static final int BLOCK = 512;
  private static final long TABLE_BYTES = 24L << 20;
  private static final int SLAB_NUMBERS = 1 << 23;

  private final List<TreeEnsemble> ensembles;
  private final Thresholds thresholds;
  private final LeafMode mode;
  private final int tableLevels;
  private final TreePredictor predictor;
  private final double[] baseValues;

  /**
   * Makes ready to explain.
   *
   * @param tableLevels trees of more levels of splits are explained by {@link QuadratureTree}
   */
  TableExplainer(
      List<TreeEnsemble> ensembles,
      Thresholds thresholds,
      LeafMode mode,
      int tableLevels,
      double[] baseValues) {
    this.ensembles = List.copyOf(ensembles);
    this.thresholds = thresholds;
    this.mode = mode;
    this.tableLevels = tableLevels;
    this.predictor = TreePredictor.of(ensembles);
    this.baseValues = baseValues;
  }

  List<TreeEnsemble> ensembles() {
    return ensembles;
  }

  int features() {
    return thresholds.features();
  }

  double baseValue(int model) {
    return baseValues[model];
  }

  void explain(Matrix x, Parallel parallel, ShapExplainer.Sink sink) {
    if (x.columns() != thresholds.features()) {
      throw new IllegalArgumentException(
          "rows must have " + thresholds.features() + " features, got " + x.columns());
    }
    int slab = Math.max(BLOCK, SLAB_NUMBERS / Math.max(1, x.columns()) / BLOCK * BLOCK);
    for (int from = 0; from < x.rows(); from += slab) {
      int to = (int) Math.min(x.rows(), (long) from + slab);
      explainSlab(
          x, from, to, parallel.part((double) from / x.rows(), (double) to / x.rows()), sink);
    }
  }

  private void explainSlab(Matrix x, int from, int to, Parallel parallel, ShapExplainer.Sink sink) {
    BinnedRows rows = BinnedRows.of(thresholds, x, from, to, parallel);
    int n = to - from;
    int d = x.columns();
    double[][] margins =
        predictor.exactMargins(
            Matrix.of(n, d, Arrays.copyOfRange(x.values(), from * d, to * d)), parallel);
    double[][] sums = new double[d][n];
    for (int k = 0; k < ensembles.size(); k++) {
      parallel.progress().report((double) k / ensembles.size(), "Explaining predictions");
      for (double[] column : sums) {
        Arrays.fill(column, 0);
      }
      List<RegressionTree> trees = ensembles.get(k).trees();
      int next = 0;
      while (next < trees.size()) {
        int batch = batch(trees, next);
        addTrees(trees.subList(next, next + batch), rows, sums, parallel);
        next += batch;
      }
      emit(k, from, sums, margins[k], parallel, sink);
    }
  }

  /** How many trees, from one on, fill the room for tables; at least one. */
  private int batch(List<RegressionTree> trees, int next) {
    long bytes = 0;
    int count = 0;
    while (next + count < trees.size() && (count == 0 || bytes < TABLE_BYTES)) {
      bytes += bytes(trees.get(next + count));
      count++;
    }
    return count;
  }

  /** The room of a tree's tables; of a tree without, what is as much work. */
  private long bytes(RegressionTree tree) {
    int levels = QuadratureTree.levels(tree);
    if (levels > tableLevels) {
      return 8L * tree.size() * levels;
    }
    int bits = Math.max(BITS, Math.min(levels, MOST_BITS));
    return (long) tree.size() * ((4L * bits) << bits) / 8;
  }

  private void addTrees(
      List<RegressionTree> trees, BinnedRows rows, double[][] sums, Parallel parallel) {
    TreeAdder[] ready = new TreeAdder[trees.size()];
    parallel.forChunks(
        trees.size(),
        1,
        (first, last) -> {
          for (int t = first; t < last; t++) {
            ready[t] = ready(trees.get(t), parallel.progress());
          }
        });
    parallel.forChunks(
        rows.rows(),
        BLOCK,
        (first, last) -> {
          int[] patterns = new int[last - first];
          for (TreeAdder tree : ready) {
            tree.addTo(rows, first, last, patterns, sums);
          }
        });
  }

  /** Adds what a tree contributes to some rows. */
  @FunctionalInterface
  private interface TreeAdder {
    void addTo(BinnedRows rows, int from, int to, int[] patterns, double[][] sums);
  }

  /** Looks for cancellation group by group: a deep tree may have thousands of them. */
  private TreeAdder ready(RegressionTree tree, Progress progress) {
    if (QuadratureTree.levels(tree) > tableLevels) {
      QuadratureTree deep = new QuadratureTree(tree, thresholds);
      return (rows, from, to, patterns, sums) -> {
        progress.checkCanceled();
        deep.addTo(rows, from, to, sums);
      };
    }
    List<GroupTable> tables = new ArrayList<>();
    for (LeafGroup group : LeafGroup.cut(tree, thresholds, BITS)) {
      progress.checkCanceled();
      tables.add(new GroupTable(group, MOST_BITS, mode, progress));
    }
    return (rows, from, to, patterns, sums) -> {
      for (GroupTable table : tables) {
        progress.checkCanceled();
        table.addTo(rows, from, to, patterns, sums);
      }
    };
  }

  private static void emit(
      int model,
      int slabStart,
      double[][] sums,
      double[] margins,
      Parallel parallel,
      ShapExplainer.Sink sink) {
    parallel.forChunks(
        margins.length,
        BLOCK,
        (first, last) -> sink.accept(new ShapBlock(model, slabStart, first, last, sums, margins)));
  }
}
