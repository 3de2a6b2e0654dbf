// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.ovr;

import io.github.recluster.core.boosting.BinaryBooster;
import io.github.recluster.core.boosting.BinaryTarget;
import io.github.recluster.core.boosting.TrainingData;
import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.trees.TreeEnsemble;
import io.github.recluster.core.trees.TreePredictor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All rows, and the clusters to be told apart on any part of them.
 *
 * <p>A cluster that has no row in a part, or no other rows beside it, gets a classifier that says
 * the same of every row: the log-odds of its share, half a row added to both sides.
 */
final class Targets {
  /** With early stopping, the share of the rows that says when. */
  private static final double VALIDATION_SHARE = 0.2;

  private final Matrix x;
  private final double[] weights;
  private final int[] codes;
  private final int[] trained;
  private final OneVsRestOptions options;
  private final BinaryBooster booster;

  Targets(
      Matrix x,
      double[] weights,
      int[] codes,
      int[] trained,
      OneVsRestOptions options,
      BinaryBooster booster) {
    this.x = x;
    this.weights = weights;
    this.codes = codes;
    this.trained = trained;
    this.options = options;
    this.booster = booster;
  }

  /** Whether each of some rows is in a cluster. */
  boolean[] positive(int cluster, int[] rows) {
    boolean[] positive = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      positive[i] = codes[rows[i]] == trained[cluster];
    }
    return positive;
  }

  /** The place among the trained clusters of a row's code; −1 if it is in none of them. */
  int place(int code) {
    return Math.max(-1, Arrays.binarySearch(trained, code));
  }

  /** Trains all clusters on some of the rows. */
  List<TreeEnsemble> train(int[] rows, Parallel parallel) {
    int[] learning = rows;
    int[] validation = new int[0];
    if (options.boosting().earlyStoppingRounds() > 0) {
      int[] classes = Arrays.stream(rows).map(i -> codes[i]).toArray();
      boolean[] held = Splits.heldOut(classes, VALIDATION_SHARE, Seeds.stream(options.seed(), 4));
      learning = IntStream.range(0, rows.length).filter(i -> !held[i]).map(i -> rows[i]).toArray();
      validation = IntStream.range(0, rows.length).filter(i -> held[i]).map(i -> rows[i]).toArray();
    }
    TreeEnsemble[] ensembles = new TreeEnsemble[trained.length];
    List<BinaryTarget> targets = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int k = 0; k < trained.length; k++) {
      boolean[] positive = positive(k, learning);
      double inside = weight(learning, positive, true);
      double others = weight(learning, positive, false);
      if (inside > 0 && others > 0) {
        targets.add(
            new BinaryTarget(
                positive, positive(k, validation), options.balanced() ? others / inside : 1));
        places.add(k);
      } else {
        float margin = (float) StrictMath.log((inside + 0.5) / (others + 0.5));
        ensembles[k] = new TreeEnsemble(x.columns(), margin, List.of());
      }
    }
    if (!targets.isEmpty()) {
      TrainingData data =
          new TrainingData(
              x.select(learning), weights(learning), x.select(validation), weights(validation));
      List<TreeEnsemble> made = booster.train(data, targets, options.boosting(), parallel);
      for (int i = 0; i < made.size(); i++) {
        ensembles[places.get(i)] = made.get(i);
      }
    }
    return List.of(ensembles);
  }

  private double weight(int[] rows, boolean[] positive, boolean side) {
    double sum = 0;
    for (int i = 0; i < rows.length; i++) {
      if (positive[i] == side) {
        sum += weights.length == 0 ? 1 : weights[rows[i]];
      }
    }
    return sum;
  }

  /** None if all rows count the same. */
  private double[] weights(int[] rows) {
    return weights.length == 0
        ? weights
        : Arrays.stream(rows).mapToDouble(i -> weights[i]).toArray();
  }

  static float[][] margins(List<TreeEnsemble> ensembles, Matrix rows, Parallel parallel) {
    return TreePredictor.of(ensembles).margins(rows, parallel);
  }
}
