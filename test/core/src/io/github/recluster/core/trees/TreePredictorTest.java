// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.trees;

import static io.github.recluster.core.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.data.Matrix;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TreePredictorTest {
  private static final float[] NUMBERS = {
    Float.NEGATIVE_INFINITY,
    -3e30f,
    -2,
    -1,
    -1e-40f,
    -0f,
    0,
    1e-40f,
    1,
    2,
    3e30f,
    Float.POSITIVE_INFINITY,
    Float.NaN
  };

  private static float number(long seed, int i) {
    return NUMBERS[Seeds.below(seed, i, NUMBERS.length)];
  }

  /** A chain of splits, each with a leaf at its left or right hand, or at random ones. */
  private static RegressionTree chain(int depth, int way, long seed) {
    RegressionTree.Builder tree = new RegressionTree.Builder(2 * depth + 1);
    int node = 0;
    for (int i = 0; i < depth; i++) {
      float threshold = number(seed, i);
      boolean left = way == 0 || (way == 2 && Seeds.below(seed, 99 - i, 2) == 0);
      int next = 2 * i + 2;
      tree.split(
          node,
          Seeds.below(seed, 500 + i, 2),
          Float.isNaN(threshold) ? 0.5f : threshold,
          left ? next : next - 1,
          left ? next - 1 : next,
          Seeds.below(seed, 700 + i, 2) == 0,
          i + 1,
          2 * i + 1);
      tree.leaf(next - 1, i + 1, 1);
      node = next;
    }
    return tree.leaf(node, -1, 1).build();
  }

  /** As the definition reads. */
  private static float walk(RegressionTree tree, double[] row) {
    int node = 0;
    while (!tree.isLeaf(node)) {
      float v = (float) row[tree.feature(node)];
      boolean left = Float.isNaN(v) ? tree.missingLeft(node) : v < tree.threshold(node);
      node = left ? tree.left(node) : tree.right(node);
    }
    return tree.value(node);
  }

  @Test
  @Tag("twin")
  void rowsFallWhereAWalkDownEachTreeEnds() {
    for (int way = 0; way < 3; way++) {
      List<RegressionTree> trees = new ArrayList<>(List.of(chain(6, way, 3), chain(11, way, 4)));
      for (int seed = 5; seed < 25; seed++) {
        trees.add(chain(1, way, seed));
      }
      TreeEnsemble some = new TreeEnsemble(2, 0.5f, trees);
      TreeEnsemble one = some.first(1);
      for (boolean missing : new boolean[] {false, true}) {
        for (int n : new int[] {1, 2, 3, 4, 5, 300}) {
          double[] values = new double[2 * n];
          for (int i = 0; i < values.length; i++) {
            float v = number(n, i);
            values[i] = Float.isNaN(v) && !missing ? 7 : v;
          }
          Matrix x = Matrix.of(n, 2, values);
          TreePredictor predictor = TreePredictor.of(List.of(one, some));
          float[][] margins = predictor.margins(x, Parallel.SERIAL);
          double[][] exact = predictor.exactMargins(x, Parallel.SERIAL);
          for (int i = 0; i < n; i++) {
            double sum = 0.5;
            for (RegressionTree tree : trees) {
              sum += walk(tree, x.row(i));
            }
            assertEquals(sum, margins[1][i]);
            assertEquals(sum, exact[1][i]);
            assertEquals(0.5 + walk(trees.get(0), x.row(i)), margins[0][i]);
          }
        }
      }
    }
  }

  @Test
  @Tag("law")
  void importanceCountsSplitsAndTheirGainAndCover() {
    RegressionTree.Builder tree = new RegressionTree.Builder(5);
    tree.split(0, 1, 0, 1, 2, true, 6, 10).split(2, 1, 1, 3, 4, true, 2, 5);
    TreeEnsemble e = new TreeEnsemble(3, 0, List.of(tree.build(), chain(1, 0, 3)));
    int f = chain(1, 0, 3).feature(0); // gain 1, cover 1
    double[] weight = {0, 2, 0};
    double[] gain = {0, 8, 0};
    double[] cover = {0, 15, 0};
    weight[f]++;
    gain[f]++;
    cover[f]++;
    assertArrayEquals(weight, e.importance(Importance.WEIGHT));
    assertArrayEquals(gain, e.importance(Importance.TOTAL_GAIN));
    assertArrayEquals(cover, e.importance(Importance.TOTAL_COVER));
    for (int i = 0; i < 3; i++) {
      gain[i] /= Math.max(1, weight[i]);
      cover[i] /= Math.max(1, weight[i]);
    }
    assertArrayEquals(gain, e.importance(Importance.GAIN));
    assertArrayEquals(cover, e.importance(Importance.COVER));
  }

  @Test
  @Tag("edge")
  void whatIsNoTreeIsRefused() {
    assertRefused("size must be at least 1, got 0", () -> new RegressionTree.Builder(0));
    String order = "children must come after their parent, once, got ";
    assertRefused(order + "0 below 0", () -> split(0, 0, 0, 2).build());
    assertRefused(order + "1 below 0", () -> split(0, 0, 1, 1).build());
    assertRefused(order + "3 below 0", () -> split(0, 0, 1, 3).build());
    String asks = "split must have a feature and a threshold, got ";
    assertRefused(asks + "-2, 0.0", () -> split(-2, 0, 1, 2).build());
    assertRefused(asks + "0, NaN", () -> split(0, Float.NaN, 1, 2).build());
    RegressionTree tree = split(1, 0, 1, 2).build();
    assertRefused("feature must be below 1, got 1", () -> new TreeEnsemble(1, 0, List.of(tree)));
    TreeEnsemble two = new TreeEnsemble(2, 0, List.of(tree));
    TreeEnsemble three = new TreeEnsemble(3, 0, List.of(tree));
    assertRefused("ensembles must be at least one, got none", () -> TreePredictor.of(List.of()));
    assertRefused(
        "ensembles must have equal features, got 2 and 3",
        () -> TreePredictor.of(List.of(two, three)));
    assertRefused(
        "rows must have 2 features, got 3",
        () -> two.margins(Matrix.of(1, 3, new double[3]), Parallel.SERIAL));
  }

  private static RegressionTree.Builder split(int feature, float threshold, int left, int right) {
    return new RegressionTree.Builder(3).split(0, feature, threshold, left, right, true, 1, 2);
  }
}
