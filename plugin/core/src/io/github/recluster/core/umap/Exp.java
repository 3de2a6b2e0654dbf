// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

/**
 * e^−x for x ≥ 0, to 1e−13 of its value, by additions and multiplications alone: the same bits on
 * every machine, and several times faster than StrictMath.
 */
final class Exp {
  private static final double LOG2E = 1.4426950408889634;
  private static final double LN2_HIGH = 0x1.62e42fee00000p-1;
  private static final double LN2_LOW = 0x1.a39ef35793c76p-33;

  private Exp() {}

  static double minus(double x) {
    if (!(x < 700)) {
      return 0;
    }
    int k = (int) (x * LOG2E + 0.5);
    double r = k * LN2_HIGH - x + k * LN2_LOW; // −x = r − k ln 2, |r| ≤ ln 2 / 2
    double p = 1 + r / 11;
    for (int i = 10; i >= 1; i--) {
      p = 1 + r * INVERSE[i] * p;
    }
    return p * Double.longBitsToDouble((long) (1023 - k) << 52);
  }

  private static final double[] INVERSE = new double[11];

  static {
    for (int i = 1; i < INVERSE.length; i++) {
      INVERSE[i] = 1.0 / i;
    }
  }
}
