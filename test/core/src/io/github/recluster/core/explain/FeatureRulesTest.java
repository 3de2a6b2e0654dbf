// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.shap.ShapSummary;
import io.github.recluster.core.trees.RegressionTree;
import io.github.recluster.core.trees.Thresholds;
import io.github.recluster.core.trees.TreeEnsemble;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FeatureRulesTest {
  private static final double EXACT = 1e-12; // sums of shares, in another order
  private static final int ROWS = 4000;

  @Test
  @Tag("law")
  void aRuleSaysWhatIsSoOfTheRows() {
    Matrix x = numbers(ROWS, 3, 1);
    int[] clusters = bands(x);
    float[][] cuts = {{-1, 0, 0.5f, 1}, {-2, -1, 0, 1, 2}, {0}};
    FeatureRules rules = counted(cuts, x, clusters, 3);
    int found = 0;
    for (int cluster = 0; cluster < 3; cluster++) {
      for (int f = 0; f < 3; f++) {
        Optional<FeatureRule> rule = rules.of(cluster, f);
        if (rule.isPresent()) {
          assertShares(rule.get(), x, clusters, cluster);
          found++;
        }
      }
    }
    assertTrue(found >= 3, "rules: " + found);
    assertEquals(1.0, rules.of(0, 0).orElseThrow().from());
    assertEquals(Double.POSITIVE_INFINITY, rules.of(0, 0).orElseThrow().below());
    assertEquals(-1.0, rules.of(1, 1).orElseThrow().from());
    assertEquals(1.0, rules.of(1, 1).orElseThrow().below());
    assertTrue(rules.of(2, 2).orElseThrow().isMissing());
  }

  /** Cluster 0 is high in the first column, 1 in the middle of the second, 2 lacks the third. */
  private static int[] bands(Matrix x) {
    return IntStream.range(0, x.rows())
        .map(
            i ->
                Double.isNaN(x.get(i, 2))
                    ? 2
                    : x.get(i, 0) >= 1 ? 0 : Math.abs(x.get(i, 1)) < 1 ? 1 : -1)
        .toArray();
  }

  private static void assertShares(FeatureRule rule, Matrix x, int[] clusters, int cluster) {
    double[] held = new double[2];
    double[] rows = new double[2];
    for (int i = 0; i < clusters.length; i++) {
      int side = clusters[i] == cluster ? 0 : 1;
      double v = x.get(i, rule.feature());
      rows[side]++;
      held[side] += rule.holds(v) ? 1 : 0;
    }
    assertEquals(held[0] / rows[0], rule.inside(), EXACT);
    assertEquals(held[1] / rows[1], rule.outside(), EXACT);
  }

  @Test
  @Tag("law")
  void rulesTogetherHoldWhereEachOfThemDoes() {
    Matrix x = numbers(ROWS, 3, 1);
    int[] clusters = bands(x);
    clusters[17] = ShapSummary.UNKNOWN;
    float[][] cuts = {{-1, 0, 0.5f, 1}, {-2, -1, 0, 1, 2}, {0}};
    FeatureRules rules = counted(cuts, x, clusters, 3);
    List<FeatureRule> both = List.of(rules.of(1, 0).orElseThrow(), rules.of(1, 1).orElseThrow());
    JointRules together = new JointRules(List.of(List.of(), both, List.of()));
    together.add(x, clusters);
    double[] held = new double[2];
    double[] rows = new double[2];
    for (int i = 0; i < ROWS; i++) {
      if (i != 17) {
        int side = clusters[i] == 1 ? 0 : 1;
        rows[side]++;
        boolean all = true;
        for (FeatureRule rule : both) {
          double v = x.get(i, rule.feature());
          all &= rule.isMissing() ? Double.isNaN(v) : v >= rule.from() && v < rule.below();
        }
        held[side] += all ? 1 : 0;
      }
    }
    assertEquals(held[0] / rows[0], together.inside(1), EXACT);
    assertEquals(held[1] / rows[1], together.outside(1), EXACT);
    assertTrue(together.outside(1) < Math.min(both.get(0).outside(), both.get(1).outside()));
    assertEquals(1, together.inside(0), "no rule leaves out no row");
    assertEquals(1, together.outside(0), "no rule leaves out no row");
  }

  @Test
  @Tag("twin")
  void noOtherRangeMarksTheClusterBetter() {
    int found = 0;
    int between = 0;
    int nearlyAsWell = 0;
    for (int seed = 0; seed < 50; seed++) {
      Matrix x = numbers(200, 1, seed);
      int s = seed;
      int[] clusters = IntStream.range(0, 200).map(i -> Seeds.below(s, i, 40) / 39 - 1).toArray();
      for (int i = 0; i < 200; i++) { // a cluster somewhere, now wide, now narrow
        clusters[i] = Math.abs(x.get(i, 0) - s / 8.0 + 3) < 0.4 + s % 7 / 6.0 ? 0 : clusters[i];
      }
      float[] cuts = {-2, -1.5f, -1, -0.5f, 0, 0.25f, 1, 1.5f, 2};
      Optional<FeatureRule> rule = counted(new float[][] {cuts}, x, clusters, 2).of(0, 0);
      double open = 0;
      double any = 0;
      double[] ends = new double[cuts.length + 2];
      ends[0] = Double.NEGATIVE_INFINITY;
      ends[cuts.length + 1] = Double.POSITIVE_INFINITY;
      for (int c = 0; c < cuts.length; c++) {
        ends[c + 1] = cuts[c];
      }
      for (int a = 0; a < ends.length; a++) {
        for (int b = a + 1; b < ends.length; b++) {
          FeatureRule other = new FeatureRule(0, ends[a], ends[b], false, 0, 0);
          if (inside(other, x, clusters) < BinCounts.LEAST_INSIDE) {
            continue;
          }
          double difference = difference(other, x, clusters);
          any = Math.max(any, difference);
          open = a == 0 || b == ends.length - 1 ? Math.max(open, difference) : open;
        }
      }
      double wanted = any > open + BinCounts.SECOND_BOUND ? any : open;
      assertEquals(wanted >= FeatureRules.LEAST_DIFFERENCE, rule.isPresent());
      if (rule.isPresent()) {
        assertEquals(wanted, rule.get().inside() - rule.get().outside(), EXACT);
        between += Double.isFinite(rule.get().from() + rule.get().below()) ? 1 : 0;
        nearlyAsWell += any > open ? 1 : 0;
        found++;
      }
    }
    assertTrue(between > 10 && found - between > 10, between + " of " + found);
    assertTrue(nearlyAsWell > between, "no open range was nearly as good");
  }

  private static double inside(FeatureRule rule, Matrix x, int[] clusters) {
    double own = Arrays.stream(clusters).filter(c -> c == 0).count();
    int[] ids = IntStream.range(0, clusters.length).filter(i -> clusters[i] == 0).toArray();
    return Arrays.stream(ids).filter(i -> rule.holds(x.get(i, 0))).count() / own;
  }

  private static double difference(FeatureRule rule, Matrix x, int[] clusters) {
    double own = Arrays.stream(clusters).filter(c -> c == 0).count();
    double sum = 0;
    for (int i = 0; i < clusters.length; i++) {
      if (rule.holds(x.get(i, 0))) {
        sum += clusters[i] == 0 ? 1 / own : -1 / (clusters.length - own);
      }
    }
    return sum;
  }

  @Test
  @Tag("law")
  void ofCategoriesItIsTheOneThatTellsMost() {
    double[] codes = {0, 0, 2, 2, 2, 1, 0, 0, 2, 0, 2};
    int[] clusters = {1, 1, 0, 0, 0, 0, 1, 1, 1, 1, 0};
    FeatureRules rules = new FeatureRules(thresholds(new float[][] {{1}}), new int[] {3}, 2);
    rules.add(Matrix.of(11, 1, codes), clusters);
    assertEquals(new FeatureRule(0, 2, 3, true, 4 / 5.0, 1 / 6.0), rules.of(0, 0).orElseThrow());
    assertEquals(new FeatureRule(0, 0, 1, true, 5 / 6.0, 0), rules.of(1, 0).orElseThrow());
  }

  @Test
  @Tag("law")
  void theOnlyWholeNumberOfARangeIsNamed() {
    double[] visits = {0, 0, 0, 1, 4, 9};
    int[] clusters = {0, 0, 0, 1, 1, 1};
    FeatureRules rules = counted(new float[][] {{1, 4}}, Matrix.of(6, 1, visits), clusters, 2);
    assertEquals(new FeatureRule(0, 0, 1, true, 1, 0), rules.of(0, 0).orElseThrow());
    FeatureRule more = new FeatureRule(0, 1, Double.POSITIVE_INFINITY, false, 1, 0);
    assertEquals(more, rules.of(1, 0).orElseThrow());
    visits[1] = 0.5;
    rules = counted(new float[][] {{1, 4}}, Matrix.of(6, 1, visits), clusters, 2);
    FeatureRule below = new FeatureRule(0, Double.NEGATIVE_INFINITY, 1, false, 1, 0);
    assertEquals(below, rules.of(0, 0).orElseThrow());
  }

  @Test
  @Tag("same")
  void partsCountAsTheWholeDoes() {
    Matrix x = numbers(ROWS, 2, 3);
    int[] clusters = IntStream.range(0, ROWS).map(i -> x.get(i, 0) > 0.3 ? 0 : 1).toArray();
    float[][] cuts = {{-1, 0, 1}, {0}};
    FeatureRules parts = new FeatureRules(thresholds(cuts), new int[2], 2);
    for (int from = 0; from < ROWS; from += 999) {
      int[] rows = IntStream.range(from, Math.min(ROWS, from + 999)).toArray();
      parts.add(x.select(rows), Arrays.stream(rows).map(i -> clusters[i]).toArray());
    }
    assertEquals(counted(cuts, x, clusters, 2).of(0, 0), parts.of(0, 0));
    assertTrue(parts.of(0, 0).isPresent());
  }

  @Test
  @Tag("edge")
  void moreThresholdsThanBinsAreThinnedEvenly() {
    float[] cuts = new float[10 * FeatureRules.MOST_BINS];
    for (int c = 0; c < cuts.length; c++) {
      cuts[c] = c / (float) cuts.length;
    }
    double[] values = new double[ROWS];
    Arrays.setAll(values, i -> Seeds.uniform(9, i));
    Matrix x = Matrix.of(ROWS, 1, values);
    int[] clusters = Arrays.stream(values).mapToInt(v -> v > 0.7321 ? 0 : -1).toArray();
    FeatureRule rule = counted(new float[][] {cuts}, x, clusters, 1).of(0, 0).orElseThrow();
    assertEquals(0.7321, rule.from(), 1.0 / FeatureRules.MOST_BINS);
    assertShares(rule, x, clusters, 0);
  }

  @Test
  @Tag("edge")
  void whereNothingIsToldThereIsNoRule() {
    Matrix x = Matrix.of(4, 1, new double[] {1, 2, 3, 4});
    float[][] cuts = {{2.5f}};
    assertEquals(Optional.empty(), counted(cuts, x, new int[] {0, 1, 0, 1}, 3).of(2, 0), "no row");
    assertEquals(Optional.empty(), counted(cuts, x, new int[4], 1).of(0, 0), "all rows");
    assertEquals(Optional.empty(), counted(cuts, x, new int[] {0, 1, 0, 1}, 2).of(0, 0), "alike");
    int[] unknown = {0, ShapSummary.UNKNOWN, -1, 1};
    FeatureRule rule = counted(cuts, x, unknown, 1).of(0, 0).orElseThrow();
    assertEquals(new FeatureRule(0, Double.NEGATIVE_INFINITY, 2.5, false, 1, 0), rule);
  }

  private static FeatureRules counted(float[][] cuts, Matrix x, int[] clusters, int count) {
    FeatureRules rules = new FeatureRules(thresholds(cuts), new int[cuts.length], count);
    rules.add(x, clusters);
    return rules;
  }

  private static Thresholds thresholds(float[][] cuts) {
    List<RegressionTree> stumps = new ArrayList<>();
    for (int f = 0; f < cuts.length; f++) {
      for (float cut : cuts[f]) {
        stumps.add(
            new RegressionTree.Builder(3)
                .split(0, f, cut, 1, 2, false, 1, 2)
                .leaf(1, 0, 1)
                .leaf(2, 0, 1)
                .build());
      }
    }
    return Thresholds.of(List.of(new TreeEnsemble(cuts.length, 0, stumps)));
  }

  private static Matrix numbers(int n, int d, long seed) {
    double[] values = new double[n * d];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 11 == 5 ? Double.NaN : 6 * Seeds.uniform(seed, i) - 3;
    }
    return Matrix.of(n, d, values);
  }
}
