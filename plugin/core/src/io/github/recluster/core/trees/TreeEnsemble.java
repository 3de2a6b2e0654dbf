// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.trees;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A binary classifier as boosting makes it: trees whose values add up to a margin, the log-odds of
 * the positive class.
 *
 * <p><b>In</b>: rows of {@code features} numbers, NaN = missing. <b>Out</b>: a margin a row: {@code
 * baseMargin} plus every tree's value, added in float32 in the order of the trees, as XGBoost does,
 * so that margins are the same numbers. <b>How</b>: see {@link TreePredictor}. Immutable.
 */
public final class TreeEnsemble {
  private final int features;
  private final float baseMargin;
  private final List<RegressionTree> trees;

  /**
   * Puts trees together.
   *
   * @param features number of features of a row
   * @param baseMargin what every margin starts with (the logit of XGBoost's {@code base_score})
   * @throws IllegalArgumentException if a tree asks for a feature that rows don't have
   */
  public TreeEnsemble(int features, float baseMargin, List<RegressionTree> trees) {
    this.features = features;
    this.baseMargin = baseMargin;
    this.trees = List.copyOf(trees);
    for (RegressionTree tree : trees) {
      if (tree.largestFeature() >= features) {
        throw new IllegalArgumentException(
            "feature must be below " + features + ", got " + tree.largestFeature());
      }
    }
  }

  /** Number of features of a row. */
  public int features() {
    return features;
  }

  /** What every margin starts with. */
  public float baseMargin() {
    return baseMargin;
  }

  /** The trees, in the order in which they were trained. */
  public List<RegressionTree> trees() {
    return trees;
  }

  /** The ensemble of the first {@code count} trees. */
  public TreeEnsemble first(int count) {
    return new TreeEnsemble(features, baseMargin, trees.subList(0, count));
  }

  /**
   * The margin of every row.
   *
   * @throws IllegalArgumentException if the rows have another number of features
   */
  public float[] margins(Matrix x, Parallel parallel) {
    return TreePredictor.of(List.of(this)).margins(x, parallel)[0];
  }

  /** The probability that belongs to a margin; the same bits on every machine. */
  public static double probability(double margin) {
    return 1 / (1 + StrictMath.exp(-margin));
  }

  /** How much the trees use each feature; 0 where they don't. */
  public double[] importance(Importance kind) {
    double[] total = new double[features];
    int[] count = new int[features];
    for (RegressionTree tree : trees) {
      for (int i = 0; i < tree.size(); i++) {
        if (!tree.isLeaf(i)) {
          count[tree.feature(i)]++;
          total[tree.feature(i)] +=
              switch (kind) {
                case WEIGHT -> 1;
                case GAIN, TOTAL_GAIN -> tree.gain(i);
                case COVER, TOTAL_COVER -> tree.cover(i);
              };
        }
      }
    }
    if (kind == Importance.GAIN || kind == Importance.COVER) {
      for (int f = 0; f < features; f++) {
        total[f] /= Math.max(1, count[f]);
      }
    }
    return total;
  }

  /** Writes what {@link #read} reads. */
  public void write(DataOutputStream out) throws IOException {
    out.writeInt(features);
    out.writeFloat(baseMargin);
    out.writeInt(trees.size());
    for (RegressionTree tree : trees) {
      tree.write(out);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static TreeEnsemble read(DataInputStream in) throws IOException {
    int features = in.readInt();
    float baseMargin = in.readFloat();
    int count = in.readInt();
    List<RegressionTree> trees = new ArrayList<>();
    for (int t = 0; t < count; t++) {
      trees.add(RegressionTree.read(in));
    }
    return new TreeEnsemble(features, baseMargin, trees);
  }
}
