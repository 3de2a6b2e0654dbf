// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.neighbors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Progress;
import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.data.Matrix;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MixedSpaceTest {
  /** Points are floats. */
  private static final double FLOAT = 1e-6;

  private static final Parallel TWO = new Parallel(2, Progress.NONE);

  /** A number of range 8, a category, a number of range 100. */
  private static final Matrix SMALL =
      Matrix.of(4, 3, new double[] {2, 0, 0, 4, 0, 50, 10, 1, 100, 2, 2, 100});

  private static final boolean[] SECOND = {false, true, false};

  private static int[] all(Matrix x) {
    return IntStream.range(0, x.rows()).toArray();
  }

  /** Columns by turns of numbers and of categories, the higher codes the rarer. */
  private static Matrix random(int n, int d) {
    double[] values = new double[n * d];
    for (int i = 0; i < values.length; i++) {
      double u = Seeds.uniform(3, i);
      values[i] = i % d % 2 == 0 ? u * (1 + i % d) : Math.floor(5 * u * u);
    }
    return Matrix.of(n, d, values);
  }

  private static boolean[] everySecond(int d) {
    boolean[] nominal = new boolean[d];
    for (int c = 1; c < d; c += 2) {
      nominal[c] = true;
    }
    return nominal;
  }

  @Test
  @Tag("law")
  void theDistanceIsGowers() {
    MetricSpace space = MetricSpace.mixed(SMALL, SECOND);
    float[] points = space.points(SMALL, all(SMALL));
    KnnGraph near = KnnSearch.find(points, 4, space, 3, 7, TWO);
    assertArrayEquals(new int[] {1, 3, 2}, Arrays.copyOf(near.indices(), 3));
    double[] expected = {(2 / 8.0 + 0 + 0.5) / 3, (0 + 1 + 1) / 3.0, (1 + 1 + 1) / 3.0};
    for (int j = 0; j < 3; j++) {
      assertEquals(expected[j], near.distances()[j], FLOAT);
    }
  }

  @Test
  @Tag("edge")
  void anUnknownCategoryDiffersFromAllAndNumbersEndWithTheirRange() {
    MetricSpace space = MetricSpace.mixed(SMALL, SECOND);
    float[] points = space.points(SMALL, all(SMALL));
    Matrix fresh = Matrix.of(2, 3, new double[] {2, -1, 0, 1e9, 1, -1e9});
    KnnGraph near =
        new NeighborIndex(space, points, 4).find(space.points(fresh, all(fresh)), 2, 4, TWO);
    assertEquals(0, near.indices()[0]);
    assertEquals(1 / 3.0, near.distances()[0], FLOAT); // equal but for the category
    assertEquals(1, near.distances()[3], FLOAT);
    assertEquals(2, near.indices()[4]);
    assertEquals(1 / 3.0, near.distances()[4], FLOAT); // as far as row 2, and 100 away: one column
  }

  @Test
  @Tag("same")
  void aSpaceIsTheSameAfterSavingAndLoading() throws IOException {
    MetricSpace space = MetricSpace.mixed(SMALL, SECOND);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    space.write(new DataOutputStream(file));
    MetricSpace read =
        MetricSpace.read(new DataInputStream(new ByteArrayInputStream(file.toByteArray())));
    assertArrayEquals(space.points(SMALL, all(SMALL)), read.points(SMALL, all(SMALL)), 0f);
    assertEquals(3, read.columns());
  }

  @Test
  @Tag("twin")
  void aTileGivesTheBitsOfPairs() {
    Matrix x = random(40, 7);
    MetricSpace space = MetricSpace.mixed(x, everySecond(7));
    float[] points = space.points(x, all(x));
    Tile tile = new Tile(points, 8, 40, Kernel.MIXED);
    tile.load(0, 40);
    for (int i = 0; i < 40; i++) {
      tile.compare(points, i * 8);
      for (int j = 0; j < 40; j++) {
        assertEquals(Kernel.MIXED.between(points, i * 8, points, j * 8, 8), tile.numbers[j], 0f);
      }
    }
  }

  @Test
  @Tag("twin")
  void theTreeFindsWhatAllPairsFind() {
    Matrix x = random(3000, 4);
    MetricSpace space = MetricSpace.mixed(x, everySecond(4));
    float[] points = space.points(x, all(x));
    KnnGraph exact = ExactKnn.find(points, 3000, 5, 15, Kernel.MIXED, TWO);
    KnnGraph tree = KdTreeKnn.find(points, 3000, 5, 15, Kernel.MIXED, TWO);
    assertArrayEquals(exact.indices(), tree.indices());
    assertArrayEquals(exact.distances(), tree.distances(), 0f);
  }

  @Test
  @Tag("twin")
  void approximateSearchIsNearlyExact() {
    Matrix x = random(4500, 9);
    MetricSpace space = MetricSpace.mixed(x, everySecond(9));
    float[] points = space.points(x, all(x));
    KnnGraph exact = ExactKnn.find(points, x.rows(), 10, 15, Kernel.MIXED, TWO);
    KnnGraph near = NnDescent.find(points, x.rows(), 10, 15, Kernel.MIXED, 7, TWO);
    int right = 0;
    for (int i = 0; i < near.indices().length; i++) {
      right += near.distances()[i] <= exact.distances()[i / 15 * 15 + 14] ? 1 : 0;
    }
    double recall = right / (double) near.indices().length;
    assertTrue(recall > 0.98, "recall " + recall);
  }
}
