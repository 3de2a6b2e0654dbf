// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.trees;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;
import java.util.List;

/**
 * Margins of many rows under many ensembles that read the same features.
 *
 * <p><b>In</b>: {@code n × d} rows, NaN = missing. <b>Out</b>: {@code K × n} margins in float32.
 * <b>How</b>: all trees in one flat array of nodes; rows in blocks that stay in the cache while all
 * trees pass over them. O(n · trees · depth).
 */
public final class TreePredictor {
  private static final int BLOCK = 256;

  private final int features;
  private final float[] base;
  private final int[] firstTree;
  private final int[] root;
  private final int[] feature;
  private final float[] number;
  private final int[] child;
  private final int[] missingStep;

  private TreePredictor(
      int features,
      float[] base,
      int[] firstTree,
      int[] root,
      int[] feature,
      float[] number,
      int[] child,
      int[] missingStep) {
    this.features = features;
    this.base = base;
    this.firstTree = firstTree;
    this.root = root;
    this.feature = feature;
    this.number = number;
    this.child = child;
    this.missingStep = missingStep;
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
    int[] firstTree = new int[ensembles.size() + 1];
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
    TreePredictor p =
        new TreePredictor(
            features,
            base,
            firstTree,
            new int[firstTree[base.length]],
            new int[nodes],
            new float[nodes],
            new int[nodes],
            new int[nodes]);
    p.layOut(ensembles);
    return p;
  }

  /** Siblings lie side by side: left at {@code child}, right at {@code child + 1}. */
  private void layOut(List<TreeEnsemble> ensembles) {
    int next = 0;
    int t = 0;
    for (TreeEnsemble e : ensembles) {
      for (RegressionTree tree : e.trees()) {
        root[t++] = next;
        next = layOut(tree, next);
      }
    }
  }

  private int layOut(RegressionTree tree, int start) {
    int[] place = new int[tree.size()];
    place[0] = start;
    int next = start + 1;
    for (int i = 0; i < tree.size(); i++) {
      int at = place[i];
      number[at] = tree.value(i);
      feature[at] = tree.feature(i);
      if (!tree.isLeaf(i)) {
        child[at] = next;
        missingStep[at] = tree.missingLeft(i) ? 0 : 1;
        place[tree.left(i)] = next;
        place[tree.right(i)] = next + 1;
        next += 2;
      }
    }
    return next;
  }

  /**
   * The margins: {@code margins(x, p)[k][i]} is that of row {@code i} under ensemble {@code k}.
   *
   * @throws IllegalArgumentException if the rows have another number of features
   */
  public float[][] margins(Matrix x, Parallel parallel) {
    if (x.columns() != features) {
      throw new IllegalArgumentException(
          "rows must have " + features + " features, got " + x.columns());
    }
    float[][] margins = new float[base.length][x.rows()];
    parallel.forChunks(
        x.rows(),
        BLOCK,
        (from, to) -> {
          float[] block = new float[(to - from) * features];
          double[] values = x.values();
          for (int i = 0; i < block.length; i++) {
            block[i] = (float) values[from * features + i];
          }
          for (int k = 0; k < base.length; k++) {
            addTrees(k, block, margins[k], from, to);
          }
        });
    return margins;
  }

  private void addTrees(int k, float[] block, float[] out, int from, int to) {
    java.util.Arrays.fill(out, from, to, base[k]);
    for (int t = firstTree[k]; t < firstTree[k + 1]; t++) {
      int start = root[t];
      for (int i = from, at = 0; i < to; i++, at += features) {
        out[i] += value(start, block, at);
      }
    }
  }

  private float value(int node, float[] block, int at) {
    int f = feature[node];
    while (f >= 0) {
      float v = block[at + f];
      float threshold = number[node];
      int step = v < threshold ? 0 : v >= threshold ? 1 : missingStep[node];
      node = child[node] + step;
      f = feature[node];
    }
    return number[node];
  }
}
