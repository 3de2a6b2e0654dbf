// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.xgboost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.shap.InterventionalShap;
import io.github.recluster.core.shap.ShapExplainer;
import io.github.recluster.core.shap.ShapExplainer.Unit;
import io.github.recluster.core.shap.ShapInteractions;
import io.github.recluster.core.shap.ShapSummary;
import io.github.recluster.core.shap.TreeShap;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("golden")
class ShapGoldenTest {
  /** XGBoost and shap add in float32 and print eight digits. */
  private static final double TOLERANCE = 1e-5;

  private static void assertShap(ShapExplainer explainer, GoldenTrees golden, String reference) {
    Matrix rows = golden.columns("x");
    Matrix wanted = golden.columns(reference);
    double[][] found = explainer.explain(rows, Parallel.SERIAL)[0];
    int d = rows.columns();
    for (int i = 0; i < found.length; i++) {
      for (int f = 0; f < d; f++) {
        assertEquals(wanted.get(i, f), found[i][f], TOLERANCE, "row " + i + ", feature " + f);
      }
      assertEquals(wanted.get(i, d), explainer.baseValue(0), TOLERANCE);
    }
    ShapSummary summary = ShapSummary.of(explainer, rows, new int[rows.rows()], Parallel.SERIAL);
    double error = summary.additivityError(0);
    assertTrue(error <= TOLERANCE, "additivity " + error);
  }

  @ParameterizedTest
  @ValueSource(strings = {"six", "deep", "stump"})
  void pathDependentAsXgboostAndShap(String name) throws Exception {
    GoldenTrees golden = GoldenTrees.read(name);
    TreeShap shap = TreeShap.of(List.of(golden.ensemble()));
    assertShap(shap, golden, "native");
    assertShap(shap, golden, "path");
  }

  @ParameterizedTest
  @ValueSource(strings = {"six", "deep", "stump"})
  void interventionalAsShap(String name) throws Exception {
    GoldenTrees golden = GoldenTrees.read(name);
    assertShap(
        InterventionalShap.of(
            List.of(golden.ensemble()), golden.background(), Unit.LOG_ODDS, Parallel.SERIAL),
        golden,
        "inter");
  }

  @ParameterizedTest
  @ValueSource(strings = {"six", "deep", "stump"})
  void probabilityAsShap(String name) throws Exception {
    GoldenTrees golden = GoldenTrees.read(name);
    assertShap(
        InterventionalShap.of(
            List.of(golden.ensemble()), golden.background(), Unit.PROBABILITY, Parallel.SERIAL),
        golden,
        "prob");
  }

  @ParameterizedTest
  @ValueSource(strings = {"six", "deep", "stump"})
  void interactionsAsXgboost(String name) throws Exception {
    GoldenTrees golden = GoldenTrees.read(name);
    Matrix wanted = GoldenTrees.pairs(name);
    Matrix rows = golden.columns("x");
    ShapInteractions.of(golden.ensemble(), Parallel.SERIAL)
        .explain(
            rows,
            Parallel.SERIAL,
            (row, matrix) -> {
              for (int i = 0; row < wanted.rows() && i < matrix.length; i++) {
                assertEquals(wanted.get(row, i), matrix[i], TOLERANCE, row + ", " + i);
              }
            });
  }
}
