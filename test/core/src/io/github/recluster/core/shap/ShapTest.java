// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.shap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Progress;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.shap.ShapExplainer.Unit;
import io.github.recluster.core.trees.RegressionTree;
import io.github.recluster.core.trees.TreeEnsemble;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapTest {
  /** Tables hold float32; margins are added in float32. */
  private static final double FLOATS = 2e-6;

  /** Shapley values by definition, over all subsets of the features. */
  private static double[] shapley(int features, ToDoubleFunction<boolean[]> game) {
    double[] values = new double[features];
    double[] worth = new double[1 << features];
    for (int s = 0; s < worth.length; s++) {
      boolean[] known = new boolean[features];
      for (int f = 0; f < features; f++) {
        known[f] = (s >> f & 1) == 1;
      }
      worth[s] = game.applyAsDouble(known);
    }
    for (int f = 0; f < features; f++) {
      for (int s = 0; s < worth.length; s++) {
        if ((s >> f & 1) == 0) {
          int size = Integer.bitCount(s);
          double weight = 1.0 / features;
          for (int i = 1; i <= size; i++) {
            weight *= i / (double) (features - i);
          }
          values[f] += weight * (worth[s | 1 << f] - worth[s]);
        }
      }
    }
    return values;
  }

  /** The tree's mean if only some features are known: by cover where not. */
  private static double byCover(RegressionTree tree, int node, double[] row, boolean[] known) {
    if (tree.isLeaf(node)) {
      return tree.value(node);
    }
    int l = tree.left(node);
    int r = tree.right(node);
    if (known[tree.feature(node)]) {
      boolean left = tree.goesLeft(node, (float) row[tree.feature(node)]);
      return byCover(tree, left ? l : r, row, known);
    }
    return (byCover(tree, l, row, known) * tree.cover(l)
            + byCover(tree, r, row, known) * tree.cover(r))
        / tree.cover(node);
  }

  @ParameterizedTest
  @Tag("twin")
  @CsvSource({"5, 3, 3", "6, 4, 6", "3, 2, 9", "4, 3, 1"})
  void pathDependentIsShapleyByDefinition(int features, int trees, int depth) {
    TreeEnsemble ensemble = MadeTrees.ensemble(features, trees, depth, depth);
    Matrix rows = MadeTrees.rows(12, features, 3);
    double[][] found = TreeShap.of(List.of(ensemble)).explain(rows, Parallel.SERIAL)[0];
    for (int i = 0; i < rows.rows(); i++) {
      double[] row = rows.row(i);
      double[] wanted =
          shapley(
              features,
              known -> ensemble.trees().stream().mapToDouble(t -> byCover(t, 0, row, known)).sum());
      assertArrayEquals(wanted, found[i], FLOATS, "row " + i);
    }
  }

  @ParameterizedTest
  @Tag("twin")
  @CsvSource({"5, 3, 3", "6, 4, 6", "3, 2, 9", "4, 3, 1"})
  void interventionalIsShapleyByDefinition(int features, int trees, int depth) {
    TreeEnsemble ensemble = MadeTrees.ensemble(features, trees, depth, depth);
    Matrix rows = MadeTrees.rows(8, features, 3);
    Matrix background = MadeTrees.rows(30, features, 4);
    double[][] found =
        InterventionalShap.of(List.of(ensemble), background, Unit.LOG_ODDS, Parallel.SERIAL)
            .explain(rows, Parallel.SERIAL)[0];
    for (int i = 0; i < rows.rows(); i++) {
      double[] row = rows.row(i);
      double[] wanted = shapley(features, known -> meanMargin(ensemble, background, row, known));
      assertArrayEquals(wanted, found[i], FLOATS, "row " + i);
    }
  }

  private static double meanMargin(
      TreeEnsemble ensemble, Matrix background, double[] row, boolean[] known) {
    double[] mixed = background.values().clone();
    for (int i = 0; i < mixed.length; i++) {
      if (known[i % row.length]) {
        mixed[i] = row[i % row.length];
      }
    }
    Matrix x = Matrix.of(background.rows(), row.length, mixed);
    double sum = 0;
    for (float margin : ensemble.margins(x, Parallel.SERIAL)) {
      sum += margin;
    }
    return sum / x.rows();
  }

  @Test
  @Tag("twin")
  void probabilityOfOneBackgroundRowIsTheScaledLogOdds() {
    TreeEnsemble ensemble = MadeTrees.ensemble(5, 4, 5, 1);
    Matrix rows = MadeTrees.rows(20, 5, 3);
    Matrix background = MadeTrees.rows(1, 5, 8);
    InterventionalShap odds =
        InterventionalShap.of(List.of(ensemble), background, Unit.LOG_ODDS, Parallel.SERIAL);
    InterventionalShap share =
        InterventionalShap.of(List.of(ensemble), background, Unit.PROBABILITY, Parallel.SERIAL);
    double[][] inOdds = odds.explain(rows, Parallel.SERIAL)[0];
    double[][] inShare = share.explain(rows, Parallel.SERIAL)[0];
    float[] margins = ensemble.margins(rows, Parallel.SERIAL);
    double base = ensemble.margins(background, Parallel.SERIAL)[0];
    for (int i = 0; i < margins.length; i++) {
      double slope =
          margins[i] == base
              ? 1
              : (TreeEnsemble.probability(margins[i]) - TreeEnsemble.probability(base))
                  / (margins[i] - base);
      for (int f = 0; f < 5; f++) {
        assertEquals(inOdds[i][f] * slope, inShare[i][f], FLOATS);
      }
    }
  }

  @Test
  @Tag("law")
  void everyRowAddsUpInEveryMode() {
    List<TreeEnsemble> ensembles =
        List.of(MadeTrees.ensemble(9, 20, 8, 1), MadeTrees.ensemble(9, 30, 4, 2));
    Matrix rows = MadeTrees.rows(700, 9, 3);
    Matrix background = MadeTrees.rows(60, 9, 4);
    int[] clusters = new int[rows.rows()];
    for (ShapExplainer explainer :
        List.of(
            TreeShap.of(ensembles),
            InterventionalShap.of(ensembles, background, Unit.LOG_ODDS, Parallel.SERIAL),
            InterventionalShap.of(
                ensembles,
                background.select(new int[] {1, 2}),
                Unit.PROBABILITY,
                Parallel.SERIAL))) {
      ShapSummary summary = ShapSummary.of(explainer, rows, clusters, Parallel.SERIAL);
      for (int k = 0; k < 2; k++) {
        double error = summary.additivityError(k);
        assertTrue(error > 0 && error <= 1e-5, explainer.mode() + " " + error);
      }
    }
  }

  @Test
  @Tag("twin")
  void pairsAreTheMeansOfSingleRowsOnAnyNumberOfThreadsInAnyParts() {
    List<TreeEnsemble> ensembles =
        List.of(MadeTrees.ensemble(5, 9, 4, 1), MadeTrees.ensemble(5, 9, 8, 2));
    Matrix rows = MadeTrees.rows(150, 5, 3);
    PairSummary one = new PairSummary(ensembles);
    one.add(rows, Parallel.SERIAL);
    PairSummary three = new PairSummary(ensembles);
    three.add(rows, new Parallel(3, Progress.NONE));
    PairSummary parts = new PairSummary(ensembles);
    parts.add(rows.select(IntStream.range(0, 64).toArray()), Parallel.SERIAL);
    parts.add(rows.select(IntStream.range(64, 150).toArray()), Parallel.SERIAL);
    for (int k = 0; k < 2; k++) {
      double[] sums = new double[25];
      ShapInteractions.of(ensembles.get(k), Parallel.SERIAL)
          .explain(
              rows,
              Parallel.SERIAL,
              (row, matrix) -> {
                for (int i = 0; i < 25; i++) {
                  sums[i] += Math.abs(matrix[i]);
                }
              });
      for (int i = 0; i < 25; i++) {
        double found = one.meanAbsolute(k, i / 5, i % 5);
        assertEquals((i % 6 == 0 ? 1 : 2) * sums[i] / 150, found, 1e-12);
        assertEquals(found, three.meanAbsolute(k, i / 5, i % 5));
        assertEquals(found, parts.meanAbsolute(k, i / 5, i % 5));
      }
    }
  }

  @Test
  @Tag("same")
  void bitsDependNeitherOnThreadsNorOnOtherRows() {
    List<TreeEnsemble> ensembles = List.of(MadeTrees.ensemble(6, 20, 7, 1));
    Matrix rows = MadeTrees.rows(1100, 6, 3);
    TreeShap shap = TreeShap.of(ensembles);
    double[][] one = shap.explain(rows, Parallel.SERIAL)[0];
    double[][] three = shap.explain(rows, new Parallel(3, Progress.NONE))[0];
    for (int i = 0; i < one.length; i++) {
      assertArrayEquals(one[i], three[i]);
    }
    for (int i : new int[] {0, 511, 512, 1099}) {
      assertArrayEquals(one[i], shap.explain(rows.select(new int[] {i}), Parallel.SERIAL)[0][0]);
    }
    int[] clusters = new int[rows.rows()];
    ShapSummary a = ShapSummary.of(shap, rows, clusters, Parallel.SERIAL);
    ShapSummary b = ShapSummary.of(shap, rows, clusters, new Parallel(8, Progress.NONE));
    assertEquals(a.meanAbsolute(0, 3), b.meanAbsolute(0, 3));
  }

  @Test
  @Tag("law")
  void summaryIsTheMeanOfTheRows() {
    List<TreeEnsemble> ensembles =
        List.of(MadeTrees.ensemble(4, 5, 4, 1), MadeTrees.ensemble(4, 5, 4, 2));
    Matrix rows = MadeTrees.rows(700, 4, 3);
    int[] clusters = new int[700];
    for (int i = 0; i < 700; i++) {
      clusters[i] = i % 4 == 3 ? ShapSummary.UNKNOWN : i % 4 - 1;
    }
    TreeShap shap = TreeShap.of(ensembles);
    double[][][] all = shap.explain(rows, Parallel.SERIAL);
    ShapSummary summary = ShapSummary.of(shap, rows, clusters, Parallel.SERIAL);
    double abs = 0;
    double inside = 0;
    double absInside = 0;
    double outside = 0;
    int count = 0;
    int others = 0; // rows of unknown cluster are neither inside nor outside
    for (int i = 0; i < 700; i++) {
      double c = all[1][i][2];
      abs += Math.abs(c);
      inside += clusters[i] == 1 ? c : 0;
      absInside += clusters[i] == 1 ? Math.abs(c) : 0;
      outside += clusters[i] == 1 || clusters[i] == ShapSummary.UNKNOWN ? 0 : c;
      count += clusters[i] == 1 ? 1 : 0;
      others += clusters[i] == 0 || clusters[i] == -1 ? 1 : 0;
    }
    assertEquals(count, summary.rowsInside(1));
    assertEquals(abs / 700, summary.meanAbsolute(1, 2), 1e-12);
    assertEquals(inside / count, summary.meanInside(1, 2), 1e-12);
    assertEquals(absInside / count, summary.meanAbsoluteInside(1, 2), 1e-12);
    assertEquals(outside / others, summary.meanOutside(1, 2), 1e-12);
  }

  /** Ten levels, some features twice; no training row ever went to some of the leaves. */
  @Test
  @Tag("edge")
  void sharesOfNothingInADeepTree() {
    int levels = 10;
    float[] below = new float[levels + 1]; // cover of the node at each level
    below[levels] = 1;
    for (int i = levels - 1; i >= 0; i--) {
      below[i] = below[i + 1] + (i % 3 == 0 ? 0 : 2);
    }
    RegressionTree.Builder builder = new RegressionTree.Builder(2 * levels + 1);
    for (int i = 0; i < levels; i++) {
      builder.split(2 * i, i % 6, (i + 1) / 4f, 2 * i + 1, 2 * i + 2, true, 1, below[i]);
      builder.leaf(2 * i + 1, i - 4, below[i] - below[i + 1]);
    }
    RegressionTree tree = builder.leaf(2 * levels, 3, 1).build();
    Matrix rows = MadeTrees.rows(40, 6, 5);
    double[][] found =
        TreeShap.of(List.of(new TreeEnsemble(6, 0, List.of(tree))))
            .explain(rows, Parallel.SERIAL)[0];
    for (int i = 0; i < rows.rows(); i++) {
      double[] row = rows.row(i);
      assertArrayEquals(
          shapley(6, known -> byCover(tree, 0, row, known)), found[i], FLOATS, "row " + i);
    }
  }

  @Test
  @Tag("law")
  void summaryOfPartsIsThatOfTheWhole() {
    TreeShap shap = TreeShap.of(List.of(MadeTrees.ensemble(4, 5, 4, 1)));
    Matrix rows = MadeTrees.rows(1500, 4, 3);
    int[] clusters = new int[1500];
    for (int i = 0; i < 1500; i++) {
      clusters[i] = i % 3 == 0 ? 0 : -1;
    }
    ShapSummary whole = ShapSummary.of(shap, rows, clusters, Parallel.SERIAL);
    ShapSummary.Collector collector = new ShapSummary.Collector(shap);
    for (int from = 0; from < 1500; from += 600) {
      int[] part = IntStream.range(from, Math.min(1500, from + 600)).toArray();
      int[] own = Arrays.stream(part).map(i -> clusters[i]).toArray();
      collector.explain(rows.select(part), own, Parallel.SERIAL, block -> {});
    }
    ShapSummary parts = collector.summary();
    assertEquals(1500, parts.rows());
    assertEquals(500, parts.rowsInside(0));
    assertEquals(whole.additivityError(0), parts.additivityError(0));
    for (int f = 0; f < 4; f++) {
      assertEquals(whole.meanAbsolute(0, f), parts.meanAbsolute(0, f), 1e-12);
      assertEquals(whole.meanInside(0, f), parts.meanInside(0, f), 1e-12);
      assertEquals(whole.meanOutside(0, f), parts.meanOutside(0, f), 1e-12);
      assertEquals(whole.direction(0, f), parts.direction(0, f));
    }
  }

  @Test
  @Tag("law")
  void directionSaysWhetherHighValuesSpeakForIt() {
    RegressionTree up =
        new RegressionTree.Builder(3)
            .split(0, 0, 0.5f, 1, 2, true, 1, 4)
            .leaf(1, -1, 2)
            .leaf(2, 1, 2)
            .build();
    RegressionTree down =
        new RegressionTree.Builder(3)
            .split(0, 1, 0.5f, 1, 2, true, 1, 4)
            .leaf(1, 1, 2)
            .leaf(2, -1, 2)
            .build();
    TreeShap shap = TreeShap.of(List.of(new TreeEnsemble(3, 0, List.of(up, down))));
    double missing = Double.NaN;
    Matrix rows =
        Matrix.ofRows(
            new double[] {0, 0, 5},
            new double[] {1, 1, 6},
            new double[] {2, 0, 7},
            new double[] {missing, missing, missing});
    ShapSummary summary = ShapSummary.of(shap, rows, new int[4], Parallel.SERIAL);
    assertEquals(1, summary.direction(0, 0));
    assertEquals(-1, summary.direction(0, 1));
    assertEquals(0, summary.direction(0, 2));
  }

  @Test
  @Tag("edge")
  void leavesEmptyTablesAndWrongWidths() {
    TreeEnsemble leaf =
        new TreeEnsemble(2, 0.5f, List.of(new RegressionTree.Builder(1).leaf(0, 0.25f, 3).build()));
    TreeShap shap = TreeShap.of(List.of(leaf));
    assertEquals(0.75, shap.baseValue(0));
    assertArrayEquals(
        new double[] {0, 0}, shap.explain(Matrix.ofRows(new double[2]), Parallel.SERIAL)[0][0]);
    assertEquals(0, shap.explain(Matrix.of(0, 2, new double[0]), Parallel.SERIAL)[0].length);
    assertThrows(
        IllegalArgumentException.class,
        () -> shap.explain(Matrix.of(1, 3, new double[3]), Parallel.SERIAL));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            InterventionalShap.of(
                List.of(leaf), Matrix.of(0, 2, new double[0]), Unit.LOG_ODDS, Parallel.SERIAL));
  }

  /** A number of looks for cancellation, not a time: a busy machine is no failure. */
  @Test
  @Tag("edge")
  void cancellationIsLookedForGroupByGroupOfADeepTree() {
    long looks = looks(MadeTrees.ensemble(14, 1, 12, 3), MadeTrees.rows(50, 14, 5));
    assertTrue(looks > 1000, "looked " + looks + " times"); // 4,096 leaves in their groups
  }

  @Test
  @Tag("edge")
  void cancellationIsLookedForWithinALongBackground() {
    TreeEnsemble deep = new TreeEnsemble(4, 0, List.of(MadeTrees.oneWay(4, 16)));
    long few = looks(deep, MadeTrees.rows(50, 4, 5));
    long many = looks(deep, MadeTrees.rows(50, 4, 5).select(new int[3 << 16]));
    assertEquals(few + 4 * 2, many); // leaves 13, 14, 15, and the last two
  }

  private static long looks(TreeEnsemble deep, Matrix background) {
    AtomicLong looks = new AtomicLong();
    Progress counting =
        () -> {
          looks.incrementAndGet();
          return false;
        };
    InterventionalShap shap =
        InterventionalShap.of(List.of(deep), background, Unit.LOG_ODDS, Parallel.SERIAL);
    shap.explain(MadeTrees.rows(8, deep.features(), 6), new Parallel(1, counting), block -> {});
    return looks.get();
  }
}
