// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.stability;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.compute.Progress;
import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.data.Labels;
import io.github.recluster.core.graph.WeightedGraph;
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
    return Consensus.of(runs, unbound(runs[0].length), minSize, Progress.NONE);
  }

  /** A graph that says nothing. */
  private static WeightedGraph unbound(int rows) {
    return new WeightedGraph(new int[rows + 1], new int[0], new float[0]);
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

  /**
   * Two clusters of 8 rows (0 to 7, 8 to 15) and a part of 4 (16 to 19) that {@code toFirst} of ten
   * runs put to the first one; its rows are bound to rows of both with the given weights.
   */
  private static int[] divided(int toFirst, float first, float second, int minSize) {
    int[][] runs = new int[10][20];
    for (int r = 0; r < 10; r++) {
      int with = r < toFirst ? 0 : 1;
      Arrays.setAll(runs[r], i -> i < 8 ? 0 : i < 16 ? 1 : with);
    }
    int[] offsets = new int[21];
    int[] targets = new int[16];
    float[] weights = new float[16];
    for (int k = 0; k < 4; k++) { // 16 + k with k and 8 + k
      targets[k] = targets[4 + k] = 16 + k;
      targets[8 + 2 * k] = k;
      targets[9 + 2 * k] = 8 + k;
      weights[k] = weights[8 + 2 * k] = first;
      weights[4 + k] = weights[9 + 2 * k] = second;
    }
    for (int i = 0; i < 20; i++) {
      offsets[i + 1] = offsets[i] + (i < 16 ? (i % 8 < 4 ? 1 : 0) : 2);
    }
    WeightedGraph graph = new WeightedGraph(offsets, targets, weights);
    int[] labels = Consensus.of(runs, graph, minSize, Progress.NONE);
    return new int[] {labels[0], labels[8], labels[16]};
  }

  @Test
  @Tag("law")
  void neighborhoodsSettleWhatTheRunsDoNot() {
    // the larger cluster is the first: 0
    assertArrayEquals(new int[] {1, 0, 0}, divided(4, 0.5f, 0.5f, 8)); // the runs alone
    assertArrayEquals(new int[] {0, 1, 0}, divided(4, 0.9f, 0.3f, 8)); // 0.4 + 0.75 > 0.6 + 0.25
    assertArrayEquals(new int[] {0, 1, 0}, divided(6, 0.5f, 0.5f, 8));
    assertArrayEquals(new int[] {1, 0, 0}, divided(6, 0.3f, 0.9f, 8));
    assertArrayEquals(new int[] {0, 1, 0}, divided(7, 0.1f, 0.9f, 8)); // 7 of 10: not divided
    assertArrayEquals(new int[] {-1, 0, 0}, divided(4, 0.9f, 0.3f, 9)); // under half a cluster
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
    int[] sampled = Consensus.of(runs, unbound(3000), 30, 100, Progress.NONE);
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
