// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.data.FeatureTable;
import io.github.recluster.nodes.view.RawColumns;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RawColumnsTest {
  private static final int ROWS = 90;
  private static final int[] LABELS = IntStream.range(0, ROWS).map(i -> i % 3 - 1).toArray();

  /** Columns that are alike in all clusters, then one of numbers and one of words that are not. */
  private static FeatureTable table(int alike) {
    FeatureTable.Builder table = FeatureTable.builder(ROWS);
    for (int c = 0; c < alike; c++) {
      int shift = c;
      table.numeric(
          "alike " + c, IntStream.range(0, ROWS).mapToDouble(i -> (i / 3 + shift) % 7).toArray());
    }
    double[] few = new double[ROWS]; // known in two rows alone, which differ
    Arrays.fill(few, Double.NaN);
    few[0] = 1;
    few[1] = 2;
    return table
        .numeric("few", few)
        .numeric(
            "number",
            IntStream.range(0, ROWS).mapToDouble(i -> i == 5 ? Double.NaN : i % 3).toArray())
        .nominal(
            "word",
            IntStream.range(0, ROWS).map(i -> i % 3 == 1 ? 1 : i % 2).toArray(),
            List.of("a", "b"))
        .build();
  }

  @Test
  @Tag("law")
  void fewColumnsStayAsTheyAre() {
    RawColumns columns = RawColumns.of(table(21), 24).byDifference(LABELS);
    assertEquals(table(21).names(), columns.inMap().names());
    assertEquals(Optional.empty(), columns.note());
    assertEquals(Optional.empty(), columns.noteWithHistograms());
  }

  @Test
  @Tag("law")
  void ofManyColumnsThoseAreShownThatDifferMost() {
    RawColumns columns = RawColumns.of(table(57), 60).byDifference(LABELS);
    List<String> shown = columns.inMap().names();
    assertEquals(24, shown.size());
    assertEquals(List.of("number", "word"), shown.subList(0, 2));
    assertTrue(!shown.contains("few"), "two rows tell nothing");
    assertEquals(40, columns.histograms(LABELS, List.of("cluster_0", "cluster_1")).size());
    assertEquals(
        "The table has 60 raw columns: the map holds the 24 that differ most between the clusters,"
            + " the histograms 40.",
        columns.noteWithHistograms().orElseThrow());
  }

  @Test
  @Tag("edge")
  void withoutClustersTheFirstColumnsAreShown() {
    int[] noise = new int[ROWS];
    Arrays.fill(noise, -1);
    RawColumns columns = RawColumns.of(table(57), 60).byDifference(noise);
    assertEquals(table(57).names().subList(0, 24), columns.inMap().names());
    assertEquals(
        "The table has 60 raw columns: the map holds the first 24.", columns.note().orElseThrow());
  }

  @Test
  @Tag("edge")
  void aTableTooWideToBeReadSaysWhatWasLookedAt() {
    RawColumns columns = RawColumns.of(table(57), 2000).byDifference(LABELS);
    assertTrue(
        columns.note().orElseThrow().endsWith("clusters, looked for among the first 60."),
        columns.note().toString());
  }
}
