// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.recluster.core.compute.Seeds;
import java.math.BigDecimal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ExactSumTest {
  private static double sum(double... values) {
    ExactSum sum = new ExactSum();
    for (double value : values) {
      sum.add(value);
    }
    return sum.value();
  }

  @Test
  @Tag("twin")
  void likeDecimalsOfAnyLength() {
    for (int run = 0; run < 300; run++) {
      double[] values = new double[20];
      BigDecimal expected = BigDecimal.ZERO;
      for (int i = 0; i < values.length; i++) {
        int exponent = Seeds.below(run, 2 * i, run < 100 ? 60 : 600) - 300;
        values[i] = Math.scalb(2 * Seeds.uniform(run, 2 * i + 1) - 1, exponent);
        expected = expected.add(new BigDecimal(values[i]));
      }
      assertEquals(expected.doubleValue(), sum(values), 0, "run " + run);
    }
  }

  @Test
  @Tag("edge")
  void cancellationSubnormalsAndHalves() {
    assertEquals(0, sum(), 0);
    assertEquals(1, sum(1e100, 1, -1e100), 0);
    assertEquals(Double.MIN_VALUE * 3, sum(Double.MIN_VALUE, Double.MIN_VALUE * 2), 0);
    assertEquals(-1e-300, sum(1, -1e-300, -1), 0);
    assertEquals(Math.nextUp(1.0), sum(1, 0x1p-53, 0x1p-1000), 0); // just above the half
    assertEquals(1.0, sum(1, 0x1p-53), 0); // the half goes to the even neighbor
    assertEquals(1e200, sum(1e200), 0);
    assertEquals(-Double.MAX_VALUE, sum(-Double.MAX_VALUE), 0);
  }
}
