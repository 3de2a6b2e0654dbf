// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.ovr;

import static io.github.recluster.core.Refusals.assertRefused;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.FeatureTable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OneVsRestOptionsTest {
  private static final OneVsRestOptions USUAL = OneVsRestOptions.DEFAULTS;
  private static final double NAN = Double.NaN;
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  @Test
  @Tag("edge")
  void whatCannotBeIsRefused() {
    assertRefused("boosting must be given, got null", () -> USUAL.withBoosting(null));
    assertRefused("minRows must be at least 1, got 0", () -> USUAL.withMinRows(0));
    assertRefused("heldOutShare must be 0 to below 1, got 1.0", () -> USUAL.withHeldOutShare(1));
    assertRefused("heldOutShare must be 0 to below 1, got NaN", () -> USUAL.withHeldOutShare(NAN));
    assertRefused(
        "heldOutShare must be 0 to below 1, got -Infinity",
        () -> USUAL.withHeldOutShare(-INFINITE));
    assertRefused("folds must be 0 (none) or at least 2, got 1", () -> USUAL.withFolds(1));
    assertRefused("permutations must be at least 0, got -1", () -> USUAL.withPermutations(-1));
    assertRefused("backgroundRows must be at least 1, got 0", () -> USUAL.withBackgroundRows(0));
  }

  @Test
  @Tag("edge")
  void tablesThatDoNotFitAreRefused() {
    FeatureTable none = FeatureTable.builder(2).build();
    FeatureTable one = FeatureTable.builder(2).numeric("x", new double[2]).build();
    assertRefused("clusters must be one a row, 2, got 3", () -> fit(one, 3));
    assertRefused("weights must be one a row, 2, got 1", () -> fit(one, 2, 1));
    assertRefused("features must be at least one, got none", () -> fit(none, 2));
  }

  private static void fit(FeatureTable table, int clusters, double... weights) {
    OneVsRest.fit(table, new String[clusters], weights, USUAL, new StumpBooster(), Parallel.SERIAL);
  }
}
