// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.data;

import static io.github.recluster.core.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MatrixTest {
  private static final Matrix X = Matrix.ofRows(new double[] {1, 2, 3}, new double[] {4, 5, 6});

  @Test
  @Tag("law")
  void rowsAndColumnsLieWhereTheyShould() {
    assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6}, X.values());
    assertEquals(6, X.get(1, 2));
    assertArrayEquals(new double[] {4, 5, 6}, X.row(1));
    assertArrayEquals(new double[] {3, 6}, X.column(2));
    assertArrayEquals(new double[] {4, 5, 6, 1, 2, 3}, X.select(new int[] {1, 0}).values());
    Matrix three = Matrix.of(3, 1, new double[] {7, 8, 9});
    assertArrayEquals(new double[] {8, 9, 7}, three.scatter(new int[] {2, 0, 1}).values());
  }

  @Test
  @Tag("edge")
  void whatIsNoTableIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Matrix.of(2, 2, new double[3]));
    assertThrows(IllegalArgumentException.class, () -> Matrix.of(-1, -3, new double[3]));
    assertRefused(
        "rows must have equal lengths, got 1 and 2",
        () -> Matrix.ofRows(new double[1], new double[2]));
    assertEquals(0, Matrix.ofRows().columns());
  }

  @Test
  @Tag("edge")
  void theFirstNumberThatIsNoneIsNamed() {
    double big = Double.MAX_VALUE;
    Matrix far = Matrix.of(2, 2, new double[] {1, -1e100, big, 4});
    assertSame(far, far.requireFinite());
    assertRefused(
        "values must be numbers between -1e100 and 1e100, got " + big + " in row 1, column 0",
        far::requireModerate);
    for (double no : new double[] {Double.NaN, Double.NEGATIVE_INFINITY}) {
      Matrix bad = Matrix.of(2, 3, new double[] {1, 2, 3, 4, 5, no});
      assertRefused("values must be finite, got " + no + " in row 1, column 2", bad::requireFinite);
    }
  }
}
