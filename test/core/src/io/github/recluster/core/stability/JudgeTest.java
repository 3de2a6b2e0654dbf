// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.stability;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is said of rows, clusters and settings, against numbers found by hand. */
@Tag("law")
class JudgeTest {
  private static final double ROUNDING = 1e-15;
  private static final double THIRD = 1.0 / 3;

  private static Judge judge() {
    Judge judge = new Judge(new int[] {0, 0, 0, 0, 1, 1, -1, -1});
    judge.add(new int[] {1, 0, 0, 0, 2, 2, 2, -1}, false);
    judge.add(new int[] {0, 0, 0, 0, 1, -1, -1, 1}, false);
    judge.add(new int[] {Runs.ABSENT, 0, 1, 2, Runs.ABSENT, 2, -1, Runs.ABSENT}, true);
    return judge;
  }

  @Test
  void rowsAreAsSureAsOftenTheyAreAtHome() {
    assertArrayEquals(new double[] {0.5, 1, 1, 1, 1, 0.5, 0, 0}, judge().sureness());
  }

  @Test
  void clustersAreJudgedByBothKindsOfRuns() {
    Judge judge = judge();
    float third = (float) THIRD;
    assertArrayEquals(new float[] {0.75f, 1, third}, judge.jaccards()[0]);
    assertArrayEquals(new float[] {2 * third, third, 0.5f}, judge.jaccards()[1]);
    StableCluster first = judge.clusters(new int[] {9, 8, 7, 6, 5, 4, 3, 2}).get(0);
    assertEquals(4, first.size());
    assertEquals(0.5, first.share());
    assertEquals((0.75 + 1 + THIRD) / 3, first.jaccardMean(), ROUNDING);
    assertEquals(THIRD, first.jaccardWorst(), ROUNDING);
    assertEquals(0.875, first.jaccardSeeds(), ROUNDING);
    assertEquals(THIRD, first.jaccardSubsamples(), ROUNDING);
    assertEquals(Verdict.DOES_NOT_COME_BACK, first.verdict(), "not among other rows");
    assertEquals(8, first.exemplar(), "row 1, most often in the company of its cluster");
  }

  @Test
  void theSmallestClusterKeepsItsShareOfHalfOfTheRows() {
    StabilityOptions options = StabilityOptions.DEFAULTS;
    assertEquals(15, Runs.fewerRows(options.hdbscan()).minClusterSize());
    assertEquals(16, Runs.fewerRows(options.hdbscan().withMinClusterSize(31)).minClusterSize());
    assertEquals(2, Runs.fewerRows(options.hdbscan().withMinClusterSize(2)).minClusterSize());
  }

  @Test
  void aSettingIsTrivialIfMostOfItsRunsAre() {
    int[] all = new int[40];
    int[] three = new int[40];
    for (int i = 0; i < 40; i++) {
      three[i] = i % 3;
    }
    for (int trivial = 1; trivial <= 2; trivial++) {
      int[][] runs = {three, trivial == 2 ? all : three, all};
      SweptParameters found = new Sweep.Setting(7, 5, runs).judged(Parallel.SERIAL);
      assertEquals(trivial == 2, found.trivial());
      assertEquals(trivial == 2 ? 1 : 3, found.clusters(), "the median");
    }
  }

  private static SweptParameters swept(int neighbors, int size, double agreement, boolean trivial) {
    return new SweptParameters(neighbors, size, agreement, agreement, 3, trivial);
  }

  private static StabilityModel model(List<StableCluster> clusters, List<SweptParameters> sweep) {
    return new StabilityModel(
        StabilityOptions.DEFAULTS,
        new int[0],
        new double[0],
        clusters,
        List.of(),
        List.of(),
        sweep,
        Agreement.of(new int[0][], Parallel.SERIAL),
        new double[0][],
        new float[0][],
        Matrix.of(0, 2, new double[0]));
  }

  @Test
  void theSteadiestSettingSaysSomethingAndIsTheOneAskedForAmongEquals() {
    List<SweptParameters> sweep =
        List.of(
            swept(5, 30, 0.9, false),
            swept(10, 30, 0.9, false),
            swept(20, 30, 0.9, false),
            swept(10, 15, Double.NaN, false),
            swept(10, 60, 0.8, false),
            swept(20, 60, 0.99, true));
    assertEquals(sweep.get(1), model(List.of(), sweep).steadiest().orElseThrow());
    assertTrue(model(List.of(), sweep.subList(3, 4)).steadiest().isEmpty());
  }

  @Test
  void steadyClustersAreThoseThatComeBack() {
    StableCluster cluster = judge().clusters(new int[8]).get(0);
    StableCluster back = new StableCluster(1, 9, 0.5, 1, 1, 1, 1, Verdict.COMES_BACK, 3);
    assertEquals(1, model(List.of(cluster, back, cluster), List.of()).steadyClusters());
  }
}
