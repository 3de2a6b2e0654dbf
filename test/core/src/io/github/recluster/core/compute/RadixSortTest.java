// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.compute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.data.RowOrder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("twin")
class RadixSortTest {
  private static final double[] STRANGE = {
    0.0,
    -0.0,
    Double.NaN,
    Double.NEGATIVE_INFINITY,
    Double.POSITIVE_INFINITY,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    1,
    -1,
    Math.nextUp(1.0)
  };

  private static double value(int i) {
    return i % 7 == 0
        ? STRANGE[Seeds.below(5, i, STRANGE.length)]
        : i % 3 == 0
            ? Seeds.below(6, i, 4) - 2
            : (Seeds.uniform(7, i) - 0.5) * (i % 2 == 0 ? 1e-3 : 1e9);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 50, 3000})
  void numbersAreInOrderAndEqualOnesStayWhereTheyWere(int n) {
    Integer[] plain = IntStream.range(0, n).boxed().toArray(Integer[]::new);
    Arrays.sort(plain, Comparator.comparingDouble(RadixSortTest::value));
    long[] keys = IntStream.range(0, n).mapToLong(i -> RadixSort.key(value(i))).toArray();
    assertArrayEquals(
        Arrays.stream(plain).mapToInt(Integer::intValue).toArray(),
        RadixSort.order(keys, Progress.NONE));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void rowsAreInOrderColumnAfterColumn(int columns) {
    int n = 2000;
    double[] values = new double[n * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 5 == 0 ? value(i) : Seeds.below(8, i, 3);
    }
    Matrix x = Matrix.of(n, columns, values);
    Integer[] plain = IntStream.range(0, n).boxed().toArray(Integer[]::new);
    Arrays.sort(plain, (a, b) -> Arrays.compare(x.row(a), x.row(b)));
    assertArrayEquals(
        Arrays.stream(plain).mapToInt(Integer::intValue).toArray(), RowOrder.canonical(x).order());
  }
}
