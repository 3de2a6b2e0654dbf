// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.stability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Progress;
import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.hdbscan.Hdbscan;
import io.github.recluster.core.umap.Umap;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Does a verdict tell clusters that are there from accidents of a run? Takes minutes. */
@Tag("quality")
@Tag("slow")
class StabilityQualityTest {
  private static final StabilityOptions OPTIONS = StabilityOptions.DEFAULTS.withSweep(0);
  private static final Parallel PARALLEL = new Parallel(2, Progress.NONE);
  private static final int[] SIZES = {120, 100, 80, 60, 50};
  private static final int PLANTED = 410;
  private static final int TABLES = 20;

  /** About normal: the sum of twelve uniform numbers. */
  private static double normal(long seed, long i) {
    double sum = -6;
    for (int k = 0; k < 12; k++) {
      sum += Seeds.uniform(seed, i * 12 + k);
    }
    return sum;
  }

  private static Matrix noise(int table, int columns, boolean uniform) {
    double[] values = new double[400 * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = uniform ? Seeds.uniform(1000 + table, i) : normal(2000 + table, i);
    }
    return Matrix.of(400, columns, values);
  }

  /** Five clouds of unequal size and density, four widths of both or more apart. */
  private static Matrix planted(int table, int columns) {
    double[][] centers = new double[SIZES.length][columns];
    int tries = 0;
    for (int g = 0; g < SIZES.length; g++) {
      do {
        tries++;
        for (int c = 0; c < columns; c++) {
          centers[g][c] = (10 + 0.05 * tries) * Seeds.uniform(3000 + table, tries * 100L + c);
        }
      } while (isNear(centers, g));
    }
    double[] values = new double[PLANTED * columns];
    for (int i = 0; i < values.length; i++) {
      int g = cloud(i / columns);
      values[i] = centers[g][i % columns] + width(g) * normal(4000 + table, i);
    }
    return Matrix.of(PLANTED, columns, values);
  }

  private static double width(int cloud) {
    return 0.5 + 0.25 * cloud;
  }

  private static boolean isNear(double[][] centers, int g) {
    for (int h = 0; h < g; h++) {
      double square = 0;
      for (int c = 0; c < centers[g].length; c++) {
        square += (centers[g][c] - centers[h][c]) * (centers[g][c] - centers[h][c]);
      }
      if (Math.sqrt(square) < 4 * (width(g) + width(h))) {
        return true;
      }
    }
    return false;
  }

  private static int cloud(int row) {
    int g = 0;
    for (int end = SIZES[0]; row >= end; end += SIZES[g]) {
      g++;
    }
    return g;
  }

  private static int[] truth() {
    int[] truth = new int[PLANTED];
    for (int i = 0; i < PLANTED; i++) {
      truth[i] = cloud(i);
    }
    return truth;
  }

  /** What a single run finds where nothing is. */
  private static int[] madeUp(Matrix noise) {
    Matrix places = Umap.fit(noise, OPTIONS.umap(), PARALLEL).embedding();
    return Hdbscan.fit(places, OPTIONS.hdbscan(), PARALLEL).labels();
  }

  @Test
  void jaccardTellsPlantedClustersFromMadeUpOnesAndNoneIsSteadyInNoise() {
    List<StableCluster> planted = new ArrayList<>();
    List<StableCluster> madeUp = new ArrayList<>();
    int steadyInNoise = 0;
    for (int table = 0; table < TABLES; table++) {
      int columns = 2 + table % 4 * 2;
      for (boolean uniform : new boolean[] {true, false}) {
        Matrix noise = noise(table, columns, uniform);
        StabilityModel model = Stability.fit(noise, madeUp(noise), OPTIONS, PARALLEL);
        madeUp.addAll(model.given());
        steadyInNoise += model.steadyClusters();
      }
      planted.addAll(Stability.fit(planted(table, columns), truth(), OPTIONS, PARALLEL).given());
    }
    double auc = auc(planted, madeUp);
    long back = planted.stream().filter(c -> c.verdict() == Verdict.COMES_BACK).count();
    System.out.printf(
        "%d planted (%d come back), %d made up, AUC %.4f; steady in noise: %d%n",
        planted.size(), back, madeUp.size(), auc, steadyInNoise);
    assertTrue(planted.size() + madeUp.size() >= 200);
    assertTrue(auc >= 0.95, "AUC " + auc);
    assertEquals(0, steadyInNoise);
    assertTrue(back >= 0.9 * planted.size(), back + " of " + planted.size());
  }

  /** The share of pairs in which the planted cluster has the larger mean Jaccard. */
  private static double auc(List<StableCluster> planted, List<StableCluster> madeUp) {
    double right = 0;
    for (StableCluster p : planted) {
      for (StableCluster m : madeUp) {
        double difference = p.jaccardMean() - m.jaccardMean();
        right += difference > 0 ? 1 : difference == 0 ? 0.5 : 0;
      }
    }
    return right / ((double) planted.size() * madeUp.size());
  }
}
