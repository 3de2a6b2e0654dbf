// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.data.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Python's hdbscan makes of the same linkage. */
@Tag("golden")
class ClusterTreeGoldenTest {
  /** Sums of the same numbers in another order. */
  private static final double ROUNDING = 1e-9;

  /** Where hdbscan rounds lambda to a float. */
  private static final double FLOAT = 1e-6;

  @ParameterizedTest
  @ValueSource(strings = {"blobs", "space", "moons", "piles", "counts", "rounded"})
  void condensedTree(String table) {
    Golden golden = new Golden(table);
    CondensedTree tree = CondensedTree.of(golden.linkage(), 10);
    int[] parent = golden.ints("parent");
    int[] child = golden.ints("child");
    double[] lambda = golden.numbers("lambda");
    int[] size = golden.ints("child_size");
    List<String> expected = edges(parent, child, lambda, size);
    int[] ourParent = new int[tree.edges()];
    int[] ourChild = new int[tree.edges()];
    double[] ourLambda = new double[tree.edges()];
    int[] ourSize = new int[tree.edges()];
    for (int i = 0; i < tree.edges(); i++) {
      ourParent[i] = tree.parent(i);
      ourChild[i] = tree.child(i);
      ourLambda[i] = tree.lambda(i);
      ourSize[i] = tree.childSize(i);
    }
    assertEquals(expected, edges(ourParent, ourChild, ourLambda, ourSize));
  }

  /** Edges in words that don't depend on how clusters are numbered: by the rows below them. */
  private static List<String> edges(int[] parent, int[] child, double[] lambda, int[] size) {
    Map<Integer, Long> below = new HashMap<>();
    int n = parent.length;
    for (int v : parent) {
      n = Math.min(n, v);
    }
    Map<Integer, Integer> above = new HashMap<>();
    for (int i = 0; i < parent.length; i++) {
      above.put(child[i], parent[i]);
    }
    for (int row = 0; row < n; row++) {
      below.put(row, Seeds.mix(row + 1));
      for (Integer v = above.get(row); v != null; v = above.get(v)) {
        below.merge(v, Seeds.mix(row + 1), Long::sum);
      }
    }
    List<String> edges = new ArrayList<>();
    for (int i = 0; i < parent.length; i++) {
      edges.add(below.get(parent[i]) + " " + below.get(child[i]) + " " + lambda[i] + " " + size[i]);
    }
    Collections.sort(edges);
    return edges;
  }

  @ParameterizedTest
  @ValueSource(strings = {"blobs", "space", "moons"})
  void stabilityAndOutlierScores(String table) {
    Golden golden = new Golden(table);
    CondensedTree tree = CondensedTree.of(golden.linkage(), 10);
    double[] stability = ClusterStability.of(tree);
    double[] expected = golden.numbers("stability");
    Arrays.sort(stability);
    Arrays.sort(expected);
    assertArrayEquals(expected, stability, ROUNDING * expected[expected.length - 1]);
    assertArrayEquals(golden.numbers("glosh"), OutlierScores.of(tree), ROUNDING);
  }

  /** Where many rows are equal, a stability is infinite, and no number for hdbscan if born so. */
  @ParameterizedTest
  @ValueSource(strings = {"piles", "counts", "rounded"})
  void infiniteStability(String table) {
    Golden golden = new Golden(table);
    double[] stability = ClusterStability.of(CondensedTree.of(golden.linkage(), 10));
    double[] expected = golden.numbers("stability");
    expected = Arrays.stream(expected).map(s -> Double.isNaN(s) ? 0 : s).toArray();
    Arrays.sort(stability);
    Arrays.sort(expected);
    double largest = Arrays.stream(expected).filter(Double::isFinite).max().orElseThrow();
    assertArrayEquals(expected, stability, ROUNDING * largest);
    assertEquals(Double.POSITIVE_INFINITY, expected[expected.length - 1]);
  }

  @ParameterizedTest
  @CsvSource({
    "blobs,eom",
    "blobs,leaf",
    "blobs,epsilon",
    "blobs,leaf_epsilon",
    "blobs,single",
    "blobs,single_epsilon",
    "blobs,largest",
    "blobs,small",
    "blobs,persistent",
    "space,eom",
    "space,leaf",
    "space,epsilon",
    "space,leaf_epsilon",
    "space,single",
    "space,single_epsilon",
    "space,largest",
    "space,small",
    "space,persistent",
    "moons,eom",
    "moons,leaf",
    "moons,epsilon",
    "moons,leaf_epsilon",
    "moons,single",
    "moons,single_epsilon",
    "moons,largest",
    "moons,small",
    "moons,persistent",
    "piles,eom",
    "piles,leaf",
    "piles,epsilon",
    "piles,leaf_epsilon",
    "piles,single",
    "piles,single_epsilon",
    "piles,largest",
    "piles,small",
    "piles,persistent",
    "counts,eom",
    "counts,leaf",
    "counts,epsilon",
    "counts,leaf_epsilon",
    "counts,single",
    "counts,single_epsilon",
    "counts,largest",
    "counts,small",
    "counts,persistent",
    "rounded,eom",
    "rounded,leaf",
    "rounded,epsilon",
    "rounded,leaf_epsilon",
    "rounded,single",
    "rounded,single_epsilon",
    "rounded,largest",
    "rounded,small",
    "rounded,persistent"
  })
  void labelsAndProbabilities(String table, String name) {
    Golden golden = new Golden(table);
    HdbscanModel model = golden.model(name);
    int[] theirs = golden.ints(name + ".labels");
    int[] names = renaming(theirs, model.labels());
    for (int row = 0; row < theirs.length; row++) {
      int expected = theirs[row] == Labels.NOISE ? Labels.NOISE : names[theirs[row]];
      assertEquals(expected, model.labels()[row], "row " + row);
    }
    double tolerance = name.equals("persistent") ? FLOAT : ROUNDING;
    assertArrayEquals(golden.numbers(name + ".probabilities"), model.probabilities(), tolerance);
    int[] sizes = Labels.sizes(model.labels());
    for (int c = 1; c < sizes.length; c++) {
      assertTrue(sizes[c] <= sizes[c - 1], "clusters must be numbered by size");
    }
    double[] persistence = golden.numbers(name + ".persistence"); // none: piles of equal rows
    for (int c = 0; c < Math.min(sizes.length, persistence.length); c++) {
      assertEquals(
          persistence[c], model.clusters().get(names[c]).persistence(), tolerance, "cluster " + c);
    }
  }

  /** From the table on; rows around the piles may hang on the order of equal distances. */
  @ParameterizedTest
  @ValueSource(strings = {"piles", "counts"})
  void equalRowsAreClusters(String table) {
    Golden golden = new Golden(table);
    HdbscanModel model = Hdbscan.fit(golden.table("x"), golden.options("eom"), Parallel.SERIAL);
    int[] theirs = golden.ints("fit.labels");
    int[] names = renaming(theirs, model.labels());
    double[] probabilities = golden.numbers("eom.probabilities");
    for (int row = 0; row < theirs.length; row++) {
      if (probabilities[row] == 1) {
        assertEquals(names[theirs[row]], model.labels()[row], "row " + row);
      }
    }
  }

  private static int[] renaming(int[] theirs, int[] ours) {
    int[] names = new int[Labels.count(theirs)];
    for (int row = 0; row < theirs.length; row++) {
      if (theirs[row] != Labels.NOISE) {
        names[theirs[row]] = ours[row];
      }
    }
    assertEquals(names.length, Labels.count(ours), "number of clusters");
    return names;
  }

  @ParameterizedTest
  @ValueSource(strings = {"blobs", "space", "moons"})
  void validity(String table) {
    Golden golden = new Golden(table);
    HdbscanModel model = golden.model("eom");
    int[] names = renaming(golden.ints("eom.labels"), model.labels());
    double[] expected = golden.numbers("dbcv_of_cluster");
    for (int c = 0; c < expected.length; c++) {
      assertEquals(expected[c], model.clusters().get(names[c]).dbcv(), 1e-6);
    }
    assertEquals(golden.numbers("dbcv")[0], model.validity(), 1e-6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"blobs", "space", "moons"})
  void newRowsAsApproximatePredict(String table) {
    Golden golden = new Golden(table);
    HdbscanModel model = Hdbscan.fit(golden.table("x"), golden.options("eom"), Parallel.SERIAL);
    int[] names = renaming(golden.ints("eom.labels"), golden.model("eom").labels());
    int[] theirs = golden.ints("new.labels");
    int[] ours = model.predict(golden.table("new"), Parallel.SERIAL).labels();
    int equal = 0;
    for (int i = 0; i < ours.length; i++) {
      equal += ours[i] == (theirs[i] == Labels.NOISE ? Labels.NOISE : names[theirs[i]]) ? 1 : 0;
    }
    // hdbscan counts a row itself in the table's core distances here, so the border differs a
    // little
    assertEquals(1, (double) equal / ours.length, 0.08);
  }
}
