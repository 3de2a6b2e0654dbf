// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.stability;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.compute.Progress;
import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.data.Labels;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ConsensusTest {
  /** The same formula with sums in another order. */
  private static final double ROUNDING = 1e-12;

  private static Map<String, String[]> golden() throws IOException {
    Map<String, String[]> lines = new HashMap<>();
    var stream = ConsensusTest.class.getResourceAsStream("/golden/stability.txt");
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] words = line.split(" ");
        lines.put(words[0], Arrays.copyOfRange(words, 1, words.length));
      }
    }
    return lines;
  }

  private static int[] ints(String[] words) {
    return Arrays.stream(words).mapToInt(Integer::parseInt).toArray();
  }

  private static int[] consensus(int[][] runs, int minSize) {
    return Consensus.of(runs, runs[0].length, minSize, Progress.NONE);
  }

  /**
   * {@code groups} groups, told apart by most runs, each run with mistakes and noise of its own.
   */
  private static int[][] madeRuns(int count, int rows, int groups) {
    int[][] runs = new int[count][rows];
    for (int r = 0; r < count; r++) {
      for (int i = 0; i < rows; i++) {
        double u = Seeds.uniform(100 + r, i);
        int wrong = Seeds.below(200 + r, i, groups);
        runs[r][i] = u < 0.04 ? wrong : u < 0.08 ? Labels.NOISE : i % groups;
      }
    }
    return runs;
  }

  @Test
  @Tag("golden")
  void adjustedRandIndexIsThatOfScikitLearn() throws IOException {
    Map<String, String[]> golden = golden();
    for (String name : new String[] {"chance", "near", "renamed", "one", "against"}) {
      int[] a = ints(golden.get("ari." + name + ".a"));
      int[] b = ints(golden.get("ari." + name + ".b"));
      double expected = Double.parseDouble(golden.get("ari." + name)[0]);
      assertEquals(expected, AdjustedRand.of(a, b), ROUNDING, name);
      assertEquals(expected, AdjustedRand.of(b, a), ROUNDING, name);
    }
  }

  @Test
  @Tag("golden")
  void consensusIsAverageLinkageCutAtAHalf() throws IOException {
    Map<String, String[]> golden = golden();
    int[][] runs = new int[9][];
    Arrays.setAll(runs, r -> ints(golden.get("run." + r)));
    int[] ours = consensus(runs, 3);
    assertEquals(1, AdjustedRand.of(ints(golden.get("consensus")), ours), 0);
    int noise = (int) Arrays.stream(ints(golden.get("consensus"))).filter(l -> l < 0).count();
    assertEquals(noise, Arrays.stream(ours).filter(l -> l < 0).count());
  }

  @Test
  @Tag("law")
  void consensusOfEqualRunsIsThatRun() {
    int[] run = {1, 1, 0, 0, 0, -1, 2, 2, 1, 0, -1, 2, 1, 0};
    int[] bySize = {1, 1, 0, 0, 0, -1, 2, 2, 1, 0, -1, 2, 1, 0};
    assertArrayEquals(bySize, consensus(new int[][] {run, run, run, run}, 2));
    int[] renamed = {0, 0, 5, 5, 5, -1, 1, 1, 0, 5, -1, 1, 0, 5};
    assertArrayEquals(bySize, consensus(new int[][] {renamed, run, renamed}, 2));
    int[] largeOnly = Arrays.stream(bySize).map(l -> l == 2 ? -1 : l).toArray();
    assertArrayEquals(largeOnly, consensus(new int[][] {run, renamed}, 4));
  }

  @Test
  @Tag("law")
  void majorityDecides() {
    int[] apart = {0, 0, 0, 1, 1, 1};
    int[] joined = {0, 0, 0, 0, 0, 0};
    int[] none = {-1, -1, -1, -1, -1, -1};
    assertArrayEquals(apart, consensus(new int[][] {apart, joined, apart}, 2));
    assertArrayEquals(joined, consensus(new int[][] {apart, joined, joined}, 2));
    assertArrayEquals(none, consensus(new int[][] {apart, none, none}, 2));
  }

  @Test
  @Tag("same")
  void orderOfRunsDoesNotMatter() {
    int[][] runs = madeRuns(8, 400, 5);
    int[] expected = consensus(runs, 10);
    assertEquals(5, Labels.count(expected));
    for (int turn = 1; turn < 8; turn++) {
      int[][] turned = new int[8][];
      int by = turn;
      Arrays.setAll(turned, r -> runs[(r * 3 + by) % 8]);
      assertArrayEquals(expected, consensus(turned, 10));
    }
  }

  @Test
  @Tag("quality")
  void linkingTheLargestTuplesOnlyIsAsGood() {
    int[][] runs = madeRuns(10, 3000, 6);
    int[] all = consensus(runs, 30);
    int[] sampled = Consensus.of(runs, 3000, 30, 100, Progress.NONE);
    int[] truth = new int[3000];
    Arrays.setAll(truth, i -> i % 6);
    // fewer than one row of a thousand is wrong or noise in five of ten runs
    assertTrue(AdjustedRand.of(truth, all) > 0.98);
    assertTrue(AdjustedRand.of(all, sampled) > 0.98);
  }

  @Test
  @Tag("edge")
  void noRowsAndOneRow() {
    assertArrayEquals(new int[0], consensus(new int[3][0], 2));
    assertArrayEquals(new int[] {-1}, consensus(new int[][] {{0}, {0}}, 2));
    assertEquals(1, AdjustedRand.of(new int[0], new int[0]), 0);
    assertEquals(1, AdjustedRand.of(new int[] {3}, new int[] {-1}), 0);
  }
}
