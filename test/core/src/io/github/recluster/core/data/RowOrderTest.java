// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RowOrderTest {
  @Test
  @Tag("law")
  void shuffledRowsHaveTheSameCanonicalTable() {
    Matrix x = Matrix.of(5, 2, new double[] {2, 1, 1, 5, 1, 4, 2, 1, -1, 9});
    Matrix shuffled = x.select(new int[] {3, 1, 4, 0, 2});
    assertArrayEquals(
        RowOrder.canonical(x).apply(x).values(),
        RowOrder.canonical(shuffled).apply(shuffled).values());
    assertArrayEquals(new int[] {4, 2, 1, 0, 3}, RowOrder.canonical(x).order());
  }

  @Test
  @Tag("law")
  void restoreUndoesApply() {
    double[] values = new double[300];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i * 7919) % 13;
    }
    Matrix x = Matrix.of(100, 3, values);
    RowOrder order = RowOrder.canonical(x);
    assertArrayEquals(values, order.restore(order.apply(x)).values());
  }

  @Test
  @Tag("edge")
  void emptyTables() {
    assertArrayEquals(new int[0], RowOrder.canonical(Matrix.of(0, 3, new double[0])).order());
    assertArrayEquals(new int[] {0, 1}, RowOrder.canonical(Matrix.of(2, 0, new double[0])).order());
  }
}
