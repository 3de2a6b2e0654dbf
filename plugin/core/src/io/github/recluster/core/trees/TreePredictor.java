// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.trees;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;
import java.util.Arrays;
import java.util.List;

/**
 * Margins of many rows under many ensembles that read the same features.
 *
 * <p><b>In</b>: {@code n × d} rows, NaN = missing. <b>Out</b>: {@code K × n} margins. <b>How</b>:
 * all trees lie in flat arrays; rows come in blocks that stay in the cache while all trees pass
 * over them. Numbers are compared as whole numbers of the same order, so that a step down a tree is
 * arithmetic without a branch to be guessed wrongly; a leaf leads to itself, so that all rows take
 * as many steps as the tree has levels, four rows abreast. O(n · trees · levels).
 */
public final class TreePredictor {
  private static final int BLOCK = 128;
  private static final int MISSING_LEFT = Integer.MIN_VALUE;
  private static final int MISSING_RIGHT = Integer.MAX_VALUE - 1;

  private final int features;
  private final float[] base;
  private final int[] firstTree;
  private final int[] root;
  private final int[] levels;
  private final int[] feature; // in a block without missing values
  private final int[] place; // in a block of both: d numbers with missing = low, then d with = high
  private final int[] threshold;
  private final int[] child;
  private final float[] value;

  private TreePredictor(int features, float[] base, int[] firstTree, int nodes) {
    int trees = firstTree[base.length];
    this.features = features;
    this.base = base;
    this.firstTree = firstTree;
    this.root = new int[trees];
    this.levels = new int[trees];
    this.feature = new int[nodes];
    this.place = new int[nodes];
    this.threshold = new int[nodes];
    this.child = new int[nodes];
    this.value = new float[nodes];
  }

  /**
   * Lays out the trees of ensembles over the same features, for prediction.
   *
   * @throws IllegalArgumentException if there is none, or they differ in the number of features
   */
  public static TreePredictor of(List<TreeEnsemble> ensembles) {
    if (ensembles.isEmpty()) {
      throw new IllegalArgumentException("ensembles must be at least one, got none");
    }
    int features = ensembles.get(0).features();
    float[] base = new float[ensembles.size()];
    int[] firstTree = new int[base.length + 1];
    int nodes = 0;
    for (int k = 0; k < base.length; k++) {
      TreeEnsemble e = ensembles.get(k);
      if (e.features() != features) {
        throw new IllegalArgumentException(
            "ensembles must have equal features, got " + features + " and " + e.features());
      }
      base[k] = e.baseMargin();
      firstTree[k + 1] = firstTree[k] + e.trees().size();
      nodes += e.trees().stream().mapToInt(RegressionTree::size).sum();
    }
    TreePredictor predictor = new TreePredictor(features, base, firstTree, nodes);
    int t = 0;
    int next = 0;
    for (TreeEnsemble e : ensembles) {
      for (RegressionTree tree : e.trees()) {
        next = predictor.layOut(tree, t++, next);
      }
    }
    return predictor;
  }

  /** Siblings lie side by side: left at {@code child}, right after it. */
  private int layOut(RegressionTree tree, int t, int start) {
    int[] at = new int[tree.size()];
    int[] level = new int[tree.size()];
    at[0] = start;
    root[t] = start;
    int next = start + 1;
    for (int i = 0; i < at.length; i++) {
      int node = at[i];
      if (tree.isLeaf(i)) {
        value[node] = tree.value(i);
        threshold[node] = Integer.MAX_VALUE; // above all, so always "left": to itself
        child[node] = node;
        levels[t] = Math.max(levels[t], level[i]);
      } else {
        feature[node] = tree.feature(i);
        place[node] = tree.feature(i) + (tree.missingLeft(i) ? 0 : features);
        threshold[node] = ordered(tree.threshold(i));
        child[node] = next;
        at[tree.left(i)] = next;
        at[tree.right(i)] = next + 1;
        level[tree.left(i)] = level[i] + 1;
        level[tree.right(i)] = level[i] + 1;
        next += 2;
      }
    }
    return next;
  }

  /** A whole number in the order of floats; −0 and 0 are one. */
  private static int ordered(float v) {
    int bits = Float.floatToRawIntBits(v + 0f);
    return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
  }

  /**
   * The margins in float32, as XGBoost adds them: {@code margins(x, p)[k][i]} is that of row {@code
   * i} under ensemble {@code k}.
   *
   * @throws IllegalArgumentException if the rows have another number of features
   */
  public float[][] margins(Matrix x, Parallel parallel) {
    float[][] margins = new float[base.length][x.rows()];
    forBlocks(
        x,
        parallel,
        (block, from, n, leaves) -> {
          for (int k = 0; k < base.length; k++) {
            float[] out = margins[k];
            Arrays.fill(out, from, from + n, base[k]);
            for (int t = firstTree[k]; t < firstTree[k + 1]; t++) {
              block.leaves(t, n, leaves);
              for (int i = 0; i < n; i++) {
                out[from + i] += value[leaves[i]];
              }
            }
          }
        });
    return margins;
  }

  /** The same added in double: what the trees say, without the rounding of float32. */
  public double[][] exactMargins(Matrix x, Parallel parallel) {
    double[][] margins = new double[base.length][x.rows()];
    forBlocks(
        x,
        parallel,
        (block, from, n, leaves) -> {
          for (int k = 0; k < base.length; k++) {
            double[] out = margins[k];
            Arrays.fill(out, from, from + n, base[k]);
            for (int t = firstTree[k]; t < firstTree[k + 1]; t++) {
              block.leaves(t, n, leaves);
              for (int i = 0; i < n; i++) {
                out[from + i] += value[leaves[i]];
              }
            }
          }
        });
    return margins;
  }

  /** Does something with {@code n} rows from {@code from} on; {@code leaves} is room. */
  @FunctionalInterface
  private interface BlockWork {
    void run(Block block, int from, int n, int[] leaves);
  }

  private void forBlocks(Matrix x, Parallel parallel, BlockWork work) {
    if (x.columns() != features) {
      throw new IllegalArgumentException(
          "rows must have " + features + " features, got " + x.columns());
    }
    parallel.forChunks(
        x.rows(),
        BLOCK,
        (from, to) -> work.run(new Block(x, from, to), from, to - from, new int[BLOCK]));
  }

  /** Some rows as whole numbers, row after row; room for four more, so that all go four abreast. */
  private final class Block {
    private final int width;
    private final int[] numbers;
    private final int[] where;

    Block(Matrix x, int from, int to) {
      boolean missing = false;
      double[] values = x.values();
      for (int i = from * features; i < to * features; i++) {
        missing |= Double.isNaN(values[i]);
      }
      width = missing ? 2 * features : features;
      where = missing ? place : feature;
      numbers = new int[(to - from + 3) * width];
      for (int i = from; i < to; i++) {
        int at = (i - from) * width;
        for (int f = 0; f < features; f++) {
          float v = (float) values[i * features + f];
          numbers[at + f] = Float.isNaN(v) ? MISSING_LEFT : ordered(v);
          if (missing) {
            numbers[at + features + f] = Float.isNaN(v) ? MISSING_RIGHT : ordered(v);
          }
        }
      }
    }

    /** The leaf of each row in a tree. */
    void leaves(int t, int n, int[] out) {
      int start = root[t];
      int steps = levels[t];
      for (int i = 0; i < n; i += 4) {
        int rowA = i * width;
        int rowB = rowA + width;
        int rowC = rowB + width;
        int rowD = rowC + width;
        int a = start;
        int b = start;
        int c = start;
        int d = start;
        for (int s = 0; s < steps; s++) {
          a = child[a] + right(threshold[a], numbers[rowA + where[a]]);
          b = child[b] + right(threshold[b], numbers[rowB + where[b]]);
          c = child[c] + right(threshold[c], numbers[rowC + where[c]]);
          d = child[d] + right(threshold[d], numbers[rowD + where[d]]);
        }
        out[i] = a;
        out[i + 1] = b;
        out[i + 2] = c;
        out[i + 3] = d;
      }
    }

    /** 0 for a number below the threshold, 1 for others. */
    private int right(int threshold, int number) {
      return (int) (((long) threshold - number - 1) >>> 63);
    }
  }
}
