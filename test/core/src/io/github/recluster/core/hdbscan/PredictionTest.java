// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.data.Labels;
import io.github.recluster.core.data.Matrix;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** New rows outside of clusters, and beside rows that are. */
class PredictionTest {
  private static final int CLOUD = 80;
  private static final int CLUMP = 6; // more than minimum samples, fewer than a cluster
  private static final double NEAR = 1e-7; // far less than the clump's rows lie apart

  /** Two dense clouds 10 apart, and a clump above the first, nearer to it than the clouds. */
  private static Matrix table() {
    double[][] rows = new double[2 * CLOUD + CLUMP][];
    for (int i = 0; i < rows.length; i++) {
      double x = Seeds.uniform(1, i);
      double y = Seeds.uniform(2, i);
      rows[i] =
          i < CLOUD
              ? new double[] {x, y}
              : i < 2 * CLOUD
                  ? new double[] {10 + x, y}
                  : new double[] {0.5 + x / 100, 4 + y / 100};
    }
    return Matrix.ofRows(rows);
  }

  private static HdbscanModel model(HdbscanOptions options) {
    return Hdbscan.fit(table(), options.withMinClusterSize(20).withMinSamples(3), Parallel.SERIAL);
  }

  @Test
  @Tag("law")
  void rowsFartherThanTheCloudsFromEachOtherLieInNone() {
    HdbscanModel model = model(HdbscanOptions.DEFAULTS);
    int first = model.labels()[0];
    int second = model.labels()[CLOUD];
    assertTrue(first >= 0 && second >= 0 && first != second);
    Matrix rows = Matrix.ofRows(new double[][] {{2, 0.5}, {8.5, 0.5}, {0.5, -20}, {40, 0.5}});
    HdbscanPrediction placed = model.predict(rows, Parallel.SERIAL);
    assertArrayEquals(new int[] {first, second, Labels.NOISE, Labels.NOISE}, placed.labels());
    assertEquals(0, placed.probabilities()[2]);
    assertEquals(0, placed.probabilities()[3]);
  }

  @Test
  @Tag("law")
  void aRowBesideAnOutlyingClumpIsNoSurerThanTheClump() {
    HdbscanModel model = model(HdbscanOptions.DEFAULTS);
    int clump = 2 * CLOUD;
    assertEquals(model.labels()[0], model.labels()[clump]);
    double sure = model.probabilities()[clump];
    assertTrue(sure > 0 && sure < 0.5, "probability " + sure);
    double[] beside = table().row(clump);
    beside[1] += NEAR;
    HdbscanPrediction placed = model.predict(Matrix.ofRows(beside), Parallel.SERIAL);
    assertEquals(model.labels()[clump], placed.labels()[0]);
    assertEquals(sure, placed.probabilities()[0]);
  }

  @Test
  @Tag("law")
  void ofAWholeTableOnlyTheDensePartIsItsCluster() {
    HdbscanModel model =
        model(HdbscanOptions.DEFAULTS.withAllowSingleCluster(true).withClusterSelectionEpsilon(50));
    assertEquals(1, model.clusters().size());
    Matrix rows = Matrix.ofRows(new double[][] {{0.5, 0.5}, {0.5, -48}, {0.5, -70}});
    int[] labels = model.predict(rows, Parallel.SERIAL).labels();
    assertArrayEquals(new int[] {0, 0, Labels.NOISE}, labels);
  }
}
