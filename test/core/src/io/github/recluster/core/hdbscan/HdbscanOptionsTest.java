// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

import static io.github.recluster.core.Refusals.assertRefused;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HdbscanOptionsTest {
  private static final HdbscanOptions USUAL = HdbscanOptions.DEFAULTS;
  private static final double NAN = Double.NaN;
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  @Test
  @Tag("edge")
  void whatCannotBeIsRefused() {
    assertRefused("minClusterSize must be at least 2, got 1", () -> USUAL.withMinClusterSize(1));
    assertRefused("minSamples must be at least 1, got 0", () -> USUAL.withMinSamples(0));
    assertRefused(
        "clusterSelectionMethod must be given, got null",
        () -> USUAL.withClusterSelectionMethod(null));
    assertRefused(
        "clusterSelectionEpsilon must be 0 or more, got -0.1",
        () -> USUAL.withClusterSelectionEpsilon(-0.1));
    assertRefused(
        "clusterSelectionEpsilon must be 0 or more, got Infinity",
        () -> USUAL.withClusterSelectionEpsilon(INFINITE));
    assertRefused("alpha must be greater than 0, got 0.0", () -> USUAL.withAlpha(0));
    assertRefused("alpha must be greater than 0, got NaN", () -> USUAL.withAlpha(NAN));
    assertRefused(
        "maxClusterSize must be 0 (no limit) or more, got -1", () -> USUAL.withMaxClusterSize(-1));
    assertRefused(
        "persistenceThreshold must be 0 or more, got -1.0",
        () -> USUAL.withPersistenceThreshold(-1));
    assertRefused(
        "persistenceThreshold must be 0 or more, got NaN",
        () -> USUAL.withPersistenceThreshold(NAN));
    assertRefused("metric must be given, got null", () -> USUAL.withMetric(null));
  }
}
