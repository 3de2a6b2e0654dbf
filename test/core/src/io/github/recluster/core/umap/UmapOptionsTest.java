// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import static io.github.recluster.core.Refusals.assertRefused;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class UmapOptionsTest {
  private static final UmapOptions USUAL = UmapOptions.DEFAULTS;
  private static final double NAN = Double.NaN;
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  @Test
  @Tag("edge")
  void whatCannotBeIsRefused() {
    assertRefused("neighbors must be 2 or more, got 1", () -> USUAL.withNeighbors(1));
    assertRefused("components must be 1 to 1,000, got 0", () -> USUAL.withComponents(0));
    assertRefused("components must be 1 to 1,000, got 1001", () -> USUAL.withComponents(1001));
    assertRefused("minDist must be 0 or more, got -1.0", () -> USUAL.withMinDist(-1));
    assertRefused("minDist must be 0 or more, got NaN", () -> USUAL.withMinDist(NAN));
    assertRefused("minDist must be 0 or more, got Infinity", () -> USUAL.withMinDist(INFINITE));
    assertRefused("spread must be 1e-6 to 1e6, got 0.0", () -> USUAL.withSpread(0));
    assertRefused("spread must be 1e-6 to 1e6, got NaN", () -> USUAL.withSpread(NAN));
    assertRefused("spread must be 1e-6 to 1e6, got Infinity", () -> USUAL.withSpread(INFINITE));
    assertRefused("learningRate must be positive, got 0.0", () -> USUAL.withLearningRate(0));
    assertRefused("learningRate must be positive, got NaN", () -> USUAL.withLearningRate(NAN));
    assertRefused(
        "learningRate must be positive, got Infinity", () -> USUAL.withLearningRate(INFINITE));
    assertRefused(
        "repulsionStrength must be 0 or more, got -1.0", () -> USUAL.withRepulsionStrength(-1));
    assertRefused(
        "repulsionStrength must be 0 or more, got NaN", () -> USUAL.withRepulsionStrength(NAN));
    assertRefused(
        "repulsionStrength must be 0 or more, got Infinity",
        () -> USUAL.withRepulsionStrength(INFINITE));
    assertRefused("setOpMixRatio must be 0 to 1, got 1.5", () -> USUAL.withSetOpMixRatio(1.5));
    assertRefused("setOpMixRatio must be 0 to 1, got NaN", () -> USUAL.withSetOpMixRatio(NAN));
    assertRefused(
        "setOpMixRatio must be 0 to 1, got Infinity", () -> USUAL.withSetOpMixRatio(INFINITE));
    assertRefused(
        "localConnectivity must be 0 or more, got -1.0", () -> USUAL.withLocalConnectivity(-1));
    assertRefused(
        "localConnectivity must be 0 or more, got NaN", () -> USUAL.withLocalConnectivity(NAN));
    assertRefused(
        "localConnectivity must be 0 or more, got Infinity",
        () -> USUAL.withLocalConnectivity(INFINITE));
    assertRefused("targetWeight must be 0 to 1, got -0.5", () -> USUAL.withTargetWeight(-0.5));
    assertRefused("targetWeight must be 0 to 1, got NaN", () -> USUAL.withTargetWeight(NAN));
    assertRefused(
        "targetWeight must be 0 to 1, got Infinity", () -> USUAL.withTargetWeight(INFINITE));
    assertRefused("densLambda must be 0 or more, got -1.0", () -> USUAL.withDensLambda(-1));
    assertRefused("densLambda must be 0 or more, got NaN", () -> USUAL.withDensLambda(NAN));
    assertRefused(
        "densLambda must be 0 or more, got Infinity", () -> USUAL.withDensLambda(INFINITE));
    assertRefused("minDist must be at most spread = 1.0, got 1.1", () -> USUAL.withMinDist(1.1));
    assertRefused("epochs must be 1 or more, or 0 (automatic), got -1", () -> USUAL.withEpochs(-1));
    assertRefused(
        "negativeSampleRate must be 0 or more, got -1", () -> USUAL.withNegativeSampleRate(-1));
    assertRefused("densFrac must be 0 to 1, got 1.5", () -> USUAL.withDensFrac(1.5));
    assertRefused("densFrac must be 0 to 1, got NaN", () -> USUAL.withDensFrac(NAN));
    assertRefused("densVarShift must be positive, got 0.0", () -> USUAL.withDensVarShift(0));
    assertRefused("densVarShift must be positive, got NaN", () -> USUAL.withDensVarShift(NAN));
  }
}
