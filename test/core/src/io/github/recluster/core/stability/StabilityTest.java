// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.stability;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Progress;
import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.umap.Umap;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class StabilityTest {
  private static final StabilityOptions FEW =
      StabilityOptions.DEFAULTS
          .withSweep(0)
          .withSeeds(4)
          .withSubsamples(3)
          .withUmap(StabilityOptions.DEFAULTS.umap().withEpochs(100));

  /** {@code groups} clouds, row i in cloud i mod groups; 0 apart is one cloud. */
  private static Matrix clouds(int n, int groups, double apart) {
    double[] values = new double[n * 3];
    for (int i = 0; i < values.length; i++) {
      int group = i / 3 % groups;
      double sum = 0;
      for (int t = 0; t < 4; t++) {
        sum += Seeds.uniform(5, i * 4L + t) - 0.5;
      }
      values[i] = sum + apart * Seeds.uniform(99, group * 3L + i % 3);
    }
    return Matrix.of(n, 3, values);
  }

  private static int[] shuffled(int n) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = Seeds.below(3, i, i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  @Test
  @Tag("quality")
  void plantedClustersComeBack() {
    StabilityModel model = Stability.fit(clouds(400, 4, 20), FEW, new Parallel(2, Progress.NONE));
    int[] labels = model.labels();
    int[] clear = IntStream.range(0, 400).filter(i -> labels[i] >= 0).toArray();
    assertTrue(clear.length > 360, "at the rims of clouds only: " + clear.length);
    int[] truth = Arrays.stream(clear).map(i -> i % 4).toArray();
    assertEquals(1, AdjustedRand.of(truth, Arrays.stream(clear).map(i -> labels[i]).toArray()), 0);
    assertEquals(4, model.clusters().size());
    for (StableCluster cluster : model.clusters()) {
      assertEquals(Verdict.COMES_BACK, cluster.verdict());
      assertTrue(cluster.jaccardWorst() > 0.9 && cluster.jaccardWorst() <= cluster.jaccardMean());
      assertEquals(cluster.label(), model.labels()[cluster.exemplar()]);
    }
    assertTrue(model.agreementWorst() > 0.9 && model.agreementMedian() <= 1);
    assertTrue(Arrays.stream(model.sureness()).average().orElseThrow() > 0.95);
    List<StabilityRun> runs = model.runs();
    assertEquals(7, runs.size());
    assertEquals(400, runs.get(0).rows());
    assertEquals(200, runs.get(6).rows());
    assertEquals(4, model.clustersPerRun().length);
  }

  @Test
  @Tag("same")
  void threadsChangeNothing() {
    Matrix x = clouds(300, 5, 3);
    StabilityModel one = Stability.fit(x, FEW, Parallel.SERIAL);
    for (int threads : new int[] {2, 3, 8}) {
      StabilityModel many = Stability.fit(x, FEW, new Parallel(threads, Progress.NONE));
      assertArrayEquals(one.labels(), many.labels());
      assertArrayEquals(one.sureness(), many.sureness(), 0);
      assertEquals(one.clusters(), many.clusters());
      assertEquals(one.runs(), many.runs());
      assertEquals(one.agreementMedian(), many.agreementMedian(), 0);
    }
  }

  @Test
  @Tag("same")
  void shuffledRowsGiveTheSameShuffled() {
    Matrix x = clouds(300, 5, 3);
    int[] order = shuffled(300);
    StabilityModel plain = Stability.fit(x, FEW, Parallel.SERIAL);
    StabilityModel other = Stability.fit(x.select(order), FEW, Parallel.SERIAL);
    assertTrue(plain.clusters().size() > 1);
    for (int i = 0; i < 300; i++) {
      assertEquals(plain.labels()[order[i]], other.labels()[i]);
      assertEquals(plain.sureness()[order[i]], other.sureness()[i], 0);
    }
    assertEquals(plain.runs(), other.runs());
    assertEquals(plain.clusters().get(0).exemplar(), order[other.clusters().get(0).exemplar()]);
  }

  @Test
  @Tag("edge")
  void fewRowsAreNoise() {
    for (int n : new int[] {0, 1, 2, 3, 20}) {
      StabilityModel model = Stability.fit(clouds(n, 2, 5), FEW, Parallel.SERIAL);
      int[] noise = new int[n];
      Arrays.fill(noise, -1);
      assertArrayEquals(noise, model.labels());
      assertArrayEquals(new double[n], model.sureness(), 0);
      assertEquals(List.of(), model.clusters());
      assertEquals(1, model.agreementWorst(), 0);
    }
  }

  @Test
  @Tag("law")
  void withoutSubsamplesNothingIsSaidToComeBack() {
    assertEquals(Verdict.WAVERS, Verdict.of(1, Double.NaN, false));
    assertEquals(Verdict.WAVERS, Verdict.of(1, 0.6, true));
    assertEquals(Verdict.DOES_NOT_COME_BACK, Verdict.of(1, 0.5, true));
    assertEquals(Verdict.COMES_BACK, Verdict.of(1, 0.95, true));
  }

  @Test
  @Tag("law")
  void subsamplesAreHalfOfTheRows() {
    int[] sample = Runs.subsample(101, 5);
    assertEquals(51, sample.length);
    assertEquals(51, Arrays.stream(sample).distinct().filter(i -> i >= 0 && i < 101).count());
    assertTrue(!Arrays.equals(sample, Runs.subsample(101, 6)));
    int[][] runs = new Runs(clouds(100, 2, 9), FEW).onSubsamples(Parallel.SERIAL);
    int[][] seen = new int[3][];
    for (int r = 0; r < 3; r++) {
      int[] run = runs[r];
      seen[r] = IntStream.range(0, 100).filter(i -> run[i] != Runs.ABSENT).toArray();
      assertEquals(50, seen[r].length);
    }
    assertTrue(!Arrays.equals(seen[0], seen[1]), "each run draws its own half");
  }

  @Test
  @Tag("law")
  void placesAreThoseOfTheFirstSeed() {
    Matrix x = clouds(100, 2, 9);
    Runs runs = new Runs(x, FEW.withFirstSeed(11));
    runs.onAllRows(new int[0], Parallel.SERIAL);
    assertArrayEquals(
        Umap.fit(x, FEW.umap().withSeed(11), Parallel.SERIAL).embedding().values(),
        runs.places().values());
  }

  @Test
  @Tag("law")
  void jaccardAndHomeOfTheMostAlikeCluster() {
    int[] consensus = {0, 0, 0, 0, 1, 1, -1};
    int[] run = {2, 2, 0, Runs.ABSENT, 1, 0, 2};
    Overlap overlap = Overlap.of(consensus, run);
    assertEquals(2.0 / 4, overlap.jaccard(0), 0);
    assertEquals(1.0 / 2, overlap.jaccard(1), 0);
    assertEquals(2, overlap.home(0));
    assertEquals(0, overlap.home(1)); // the first among equals
  }

  @Test
  @Tag("edge")
  void wrongOptionsAreNamed() {
    assertEquals(
        "seeds must be 2 to 10,000, got 1",
        assertThrows(IllegalArgumentException.class, () -> FEW.withSeeds(1)).getMessage());
    assertEquals(
        "subsamples must be 0 to 10,000, got -1",
        assertThrows(IllegalArgumentException.class, () -> FEW.withSubsamples(-1)).getMessage());
    assertEquals(
        "sweep must be 0 to seeds = 4, got 5",
        assertThrows(IllegalArgumentException.class, () -> FEW.withSweep(5)).getMessage());
    assertEquals(
        "umap must be given, got null",
        assertThrows(IllegalArgumentException.class, () -> FEW.withUmap(null)).getMessage());
    assertEquals(
        "hdbscan must be given, got null",
        assertThrows(IllegalArgumentException.class, () -> FEW.withHdbscan(null)).getMessage());
  }

  @Test
  @Tag("edge")
  void theSweepKnowsTheLargestNumber() {
    int all = Integer.MAX_VALUE;
    StabilityOptions large = FEW.withHdbscan(FEW.hdbscan().withMinClusterSize(all)).withSweep(2);
    assertArrayEquals(new int[] {all / 2, all}, Sweep.sizes(large));
  }

  @Test
  @Tag("twin")
  void theSweepClustersTheSeedsLayouts() {
    Matrix x = clouds(120, 3, 2);
    StabilityOptions few = FEW.withSubsamples(0);
    int size = few.hdbscan().minClusterSize();
    StabilityModel swept = Stability.fit(x, few.withSweep(3), Parallel.SERIAL);
    for (int smallest : new int[] {size / 2, size, 2 * size}) {
      StabilityOptions alone =
          few.withSeeds(3).withHdbscan(few.hdbscan().withMinClusterSize(smallest));
      SweptParameters found =
          swept.sweep().stream()
              .filter(s -> s.neighbors() == few.umap().neighbors())
              .filter(s -> s.minClusterSize() == smallest)
              .findAny()
              .orElseThrow();
      StabilityModel runs = Stability.fit(x, alone, Parallel.SERIAL);
      assertEquals(runs.agreementMedian(), found.agreementMedian());
      assertEquals(runs.agreementWorst(), found.agreementWorst());
    }
  }
}
