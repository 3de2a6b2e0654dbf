// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.ovr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.boosting.BinaryBooster;
import io.github.recluster.core.boosting.BinaryTarget;
import io.github.recluster.core.boosting.BoostingOptions;
import io.github.recluster.core.boosting.TrainingData;
import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.data.FeatureTable;
import io.github.recluster.core.ovr.ClassificationReport.Split;
import io.github.recluster.core.trees.RegressionTree;
import io.github.recluster.core.trees.TreeEnsemble;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Who learns every row by heart is right about the rows it saw, and about others only by chance.
 */
class UnseenRowsTest {
  private static final int N = 400;

  /**
   * Five standard deviations of the share of hits among N coins, of half the rows among a fifth.
   */
  private static final double CHANCE = 5 * 0.5 / Math.sqrt(N);

  private static final double CHANCE_OF_A_FIFTH = 5 * 0.5 / Math.sqrt(N / 5.0);

  private static final FeatureTable TABLE =
      FeatureTable.builder(N)
          .numeric("id", IntStream.range(0, N).mapToDouble(i -> i).toArray())
          .build();

  /** One tree with a leaf for each training row, which says what that row was. */
  private static final BinaryBooster BY_HEART =
      (rows, targets, options, parallel) ->
          targets.stream().map(target -> byHeart(rows, target)).toList();

  private static TreeEnsemble byHeart(TrainingData rows, BinaryTarget target) {
    int n = rows.x().rows();
    RegressionTree.Builder tree = new RegressionTree.Builder(2 * n - 1);
    for (int i = 0; i < n; i++) { // rows come by rising id: a chain of splits, a leaf each
      int node = 2 * i;
      if (i < n - 1) {
        float next = (float) rows.x().get(i + 1, 0);
        tree.split(node, 0, next, node + 1, node + 2, false, 1, n - i);
      }
      tree.leaf(i < n - 1 ? node + 1 : node, target.positive()[i] ? 1 : -1, 1);
    }
    return new TreeEnsemble(1, 0, List.of(tree.build()));
  }

  private static String[] coins() {
    return IntStream.range(0, N)
        .mapToObj(i -> Seeds.below(3, i, 2) == 0 ? "heads" : "tails")
        .toArray(String[]::new);
  }

  private static OneVsRestModel fit(OneVsRestOptions options) {
    return OneVsRest.fit(TABLE, coins(), options, BY_HEART, Parallel.SERIAL);
  }

  @Test
  @Tag("law")
  void rowsAreJudgedByClassifiersThatDidNotSeeThem() {
    OneVsRestModel model = fit(OneVsRestOptions.DEFAULTS);
    OneVsRestPrediction said = model.predict(TABLE, Parallel.SERIAL);
    assertArrayEquals(
        coins(), IntStream.range(0, N).mapToObj(said::label).toArray(), "it learned by heart");
    for (ClassificationReport.Row row : model.report().rows(Split.OUT_OF_FOLD)) {
      assertEquals(0.5, row.accuracy(), CHANCE, row.cluster());
    }
    for (ClassificationReport.Row row : model.report().rows(Split.HELD_OUT)) {
      assertEquals(0.5, row.accuracy(), CHANCE_OF_A_FIFTH, row.cluster());
    }
    int[][] counts = model.confusion().orElseThrow().counts();
    assertEquals(N / 2.0, counts[0][0] + counts[1][1], CHANCE * N);
    for (FeatureImportance feature : model.importance()) {
      assertEquals(0, feature.permutation(), CHANCE_OF_A_FIFTH, "nothing to lose");
    }
  }

  @Test
  @Tag("law")
  void rowsThatSayWhenToStopAreNotLearnedAndKeepTheShares() {
    double[][] ids = new double[7][];
    BinaryBooster looking =
        new BinaryBooster() {
          private int training;

          @Override
          public List<TreeEnsemble> train(
              TrainingData rows, List<BinaryTarget> targets, BoostingOptions o, Parallel p) {
            double[] validation = rows.validation().column(0);
            ids[training++] =
                DoubleStream.concat(Arrays.stream(rows.x().column(0)), Arrays.stream(validation))
                    .sorted()
                    .toArray();
            for (int i = 0; i < validation.length; i++) {
              assertEquals(
                  coins()[(int) validation[i]].equals("heads"),
                  targets.get(0).validationPositive()[i]);
            }
            int heads = 0;
            for (boolean positive : targets.get(0).positive()) {
              heads += positive ? 1 : 0;
            }
            int held = 0;
            for (boolean positive : targets.get(0).validationPositive()) {
              held += positive ? 1 : 0;
            }
            assertEquals(0.2, held / (double) (heads + held), 0.5 / (heads + held));
            return BY_HEART.train(rows, targets, o, p);
          }
        };
    OneVsRest.fit(
        TABLE,
        coins(),
        OneVsRestOptions.DEFAULTS.withBoosting(BoostingOptions.DEFAULTS.withEarlyStoppingRounds(5)),
        looking,
        Parallel.SERIAL);
    assertArrayEquals(TABLE.numbers(0), ids[0], "all rows, each once");
    double[] folds = Arrays.stream(ids, 2, 7).flatMapToDouble(Arrays::stream).sorted().toArray();
    double[] fourTimes = IntStream.range(0, 4 * N).mapToDouble(i -> i / 4).toArray();
    assertArrayEquals(fourTimes, folds, "each row is in four of five");
    assertTrue(ids[1].length < N);
  }
}
