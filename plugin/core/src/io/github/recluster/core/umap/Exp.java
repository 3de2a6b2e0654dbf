// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import java.util.Arrays;

/**
 * e^−x for x ≥ 0, to 1e−14 of its value, by additions and multiplications alone: the same bits on
 * every machine, and many times faster than StrictMath.
 */
final class Exp {
  private static final int STEPS_LOG2 = 5;
  private static final int STEPS = 1 << STEPS_LOG2;
  private static final double STEPS_LOG2E = STEPS * 1.4426950408889634;
  private static final double LN2_HIGH = 0x1.62e42fee00000p-1 / STEPS;
  private static final double LN2_LOW = 0x1.a39ef35793c76p-33 / STEPS;

  /** 2^(−i / steps). */
  private static final double[] POWERS = new double[STEPS];

  static {
    Arrays.setAll(POWERS, i -> StrictMath.pow(2, -i / (double) STEPS));
  }

  private Exp() {}

  static double minus(double x) {
    if (!(x < 700)) {
      return 0;
    }
    int k = (int) (x * STEPS_LOG2E + 0.5);
    double r = k * LN2_HIGH - x + k * LN2_LOW; // −x = r − k ln 2 / steps, |r| ≤ ln 2 / 2 steps
    double p = 1 + r * (1 + r * (1.0 / 2 + r * (1.0 / 6 + r * (1.0 / 24 + r * (1.0 / 120)))));
    double power = POWERS[k & (STEPS - 1)];
    return p * power * Double.longBitsToDouble((long) (1023 - (k >> STEPS_LOG2)) << 52);
  }
}
