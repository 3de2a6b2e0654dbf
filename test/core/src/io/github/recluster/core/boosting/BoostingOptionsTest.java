// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.boosting;

import static io.github.recluster.core.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.recluster.core.data.Matrix;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BoostingOptionsTest {
  private static final BoostingOptions USUAL = BoostingOptions.DEFAULTS;

  @Test
  @Tag("edge")
  void whatCannotBeIsRefused() {
    assertRefused("rounds must be at least 1, got 0", () -> USUAL.withRounds(0));
    assertRefused("maxDepth must be 1 to 30, got 31", () -> USUAL.withMaxDepth(31));
    assertRefused("maxDepth must be 1 to 30, got 0", () -> USUAL.withMaxDepth(0));
    assertRefused("maxBins must be 2 to 65536, got 1", () -> USUAL.withMaxBins(1));
    assertRefused("maxBins must be 2 to 65536, got 65537", () -> USUAL.withMaxBins(65537));
    assertRefused(
        "earlyStoppingRounds must be 0 (never) or more, got -1",
        () -> USUAL.withEarlyStoppingRounds(-1));
    for (double no : new double[] {0, -1, 1.01, Double.NaN}) {
      String rule = " must be above 0, up to 1, got " + no;
      assertRefused("learningRate" + rule, () -> USUAL.withLearningRate(no));
      assertRefused("subsample" + rule, () -> USUAL.withSubsample(no));
      assertRefused("columnSample" + rule, () -> USUAL.withColumnSample(no));
    }
    for (double no : new double[] {-0.1, Double.POSITIVE_INFINITY, Double.NaN}) {
      String rule = " must be at least 0, got " + no;
      assertRefused("minChildWeight" + rule, () -> USUAL.withMinChildWeight(no));
      assertRefused("l1" + rule, () -> USUAL.withL1(no));
      assertRefused("l2" + rule, () -> USUAL.withL2(no));
      assertRefused("minSplitLoss" + rule, () -> USUAL.withMinSplitLoss(no));
    }
  }

  @Test
  @Tag("edge")
  void theBordersAreTaken() {
    for (BoostingOptions options :
        List.of(
            USUAL.withRounds(1).withMaxDepth(1).withMaxBins(2).withMinChildWeight(0),
            USUAL.withMaxDepth(30).withMaxBins(65536).withL1(0).withL2(0).withMinSplitLoss(0),
            USUAL.withLearningRate(1).withSubsample(1).withColumnSample(1))) {
      assertEquals(options, options.withRounds(5).withRounds(options.rounds()));
    }
  }

  @Test
  @Tag("edge")
  void rowsAndWeightsMustFit() {
    Matrix x = Matrix.of(2, 3, new double[6]);
    double[] alike = new double[0];
    assertRefused(
        "weights must be one a row, 2, got 1", () -> TrainingData.weighted(x, new double[1]));
    assertRefused(
        "validationWeights must be one a row, 2, got 1",
        () -> new TrainingData(x, alike, x, new double[1]));
    for (double no : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      double[] weights = {1, no};
      assertRefused(
          "weights must be at least 0, got " + no, () -> TrainingData.weighted(x, weights));
    }
    Matrix narrow = Matrix.of(1, 2, new double[2]);
    assertRefused(
        "validation must have 3 columns, got 2", () -> new TrainingData(x, alike, narrow, alike));
    for (double no : new double[] {0, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertRefused(
          "positiveWeight must be above 0, got " + no,
          () -> new BinaryTarget(new boolean[2], new boolean[0], no));
    }
    assertRefused(
        "treeMethod must be hist, approx or exact, got null", () -> USUAL.withTreeMethod(null));
  }
}
