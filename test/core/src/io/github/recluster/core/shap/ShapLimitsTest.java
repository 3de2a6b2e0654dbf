// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.shap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.shap.ShapExplainer.Unit;
import io.github.recluster.core.trees.TreeEnsemble;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@Tag("edge")
class ShapLimitsTest {
  /** Shares of a leaf of value 1 lie in tables of floats. */
  private static final double ROUNDING = 1e-6;

  private static void assertRefused(String message, Executable action) {
    String found = assertThrows(IllegalArgumentException.class, action).getMessage();
    assertTrue(found.startsWith(message), found);
  }

  private static List<TreeEnsemble> deep(int depth) {
    return List.of(new TreeEnsemble(depth, 0, List.of(MadeTrees.oneWay(depth, depth))));
  }

  private static void explain(ShapExplainer shap) {
    Matrix row = Matrix.of(1, shap.features(), new double[shap.features()]);
    ShapSummary summary = ShapSummary.of(shap, row, new int[1], Parallel.SERIAL);
    assertEquals(0, summary.additivityError(0), ROUNDING);
  }

  private static ShapExplainer against(int depth) {
    double[] ones = new double[depth];
    Arrays.fill(ones, 1);
    return InterventionalShap.of(
        deep(depth), Matrix.of(1, depth, ones), Unit.LOG_ODDS, Parallel.SERIAL);
  }

  @Test
  void aWayIsAsLongAsALongHasBits() {
    explain(TreeShap.of(deep(64)));
    explain(TreeShap.of(deep(65)));
    explain(against(64));
    assertRefused("depth must be at most 64 for SHAP", () -> explain(against(65)));
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertRefused("ensembles must be at least one", () -> TreeShap.of(List.of()));
    Matrix rows = Matrix.of(2, 3, new double[6]);
    assertRefused(
        "clusters must be one a row, 2, got 3",
        () -> ShapSummary.of(TreeShap.of(deep(3)), rows, new int[3], Parallel.SERIAL));
  }
}
