// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The table's forces are the derivatives of the fuzzy cross entropy. */
class GradientTest {
  /** The table is interpolated; the finite difference adds less. */
  private static final double TABLE = 5e-4;

  private static final DistanceCurve CURVE = DistanceCurve.fit(0.1, 1);
  private static final GradientTable FORCES = new GradientTable(CURVE, 1);

  private static double membership(double u) {
    return 1 / (1 + CURVE.a() * Math.pow(u, CURVE.b()));
  }

  private static double slope(DoubleUnaryOperator f, double x) {
    double h = 1e-5 * x;
    return (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / (2 * h);
  }

  /** Relative: one fit, stretched by the power of a spread up to 1e6. */
  private static final double FITTED = 1e-6;

  @Test
  @Tag("law")
  void spreadStretchesTheCurve() {
    for (double minDist : new double[] {0, 0.5, 1}) {
      DistanceCurve narrow = DistanceCurve.fit(minDist, 1);
      for (double spread : new double[] {1e-6, 1e-3, 10, 100, 1e6}) {
        DistanceCurve wide = DistanceCurve.fit(minDist * spread, spread);
        double there = wide.a() * Math.pow(spread, 2 * wide.b());
        assertEquals(narrow.a(), there, FITTED * narrow.a(), minDist + " of " + spread);
        assertEquals(narrow.b(), wide.b(), FITTED * narrow.b(), minDist + " of " + spread);
      }
    }
  }

  @Test
  @Tag("gradient")
  void pullFollowsLogMembership() {
    for (double x = 0.003; x < 60; x *= 1.37) {
      double exact = slope(t -> Math.log(membership(t * t)), x);
      assertEquals(exact, -FORCES.pull((float) (x * x)) * x, TABLE * Math.abs(exact));
    }
  }

  @Test
  @Tag("gradient")
  void pushFollowsLogOfTheRest() {
    for (double x = 0.5; x < 60; x *= 1.37) {
      double exact = slope(t -> Math.log1p(-membership(t * t)), x);
      double damped = exact * x * x / (0.001 + x * x); // umap-learn's guard against 1 / 0
      assertEquals(damped, FORCES.push((float) (x * x)) * x, TABLE * damped);
    }
  }

  @Test
  @Tag("edge")
  void forcesAreFiniteEverywhere() {
    for (float u : new float[] {0, Float.MIN_VALUE, 1e-30f, 1e30f, Float.MAX_VALUE}) {
      assertTrue(FORCES.pull(u) >= 0 && FORCES.pull(u) < 1e6, "pull at " + u);
      assertTrue(FORCES.push(u) >= 0 && FORCES.push(u) < 1e6, "push at " + u);
    }
  }

  @Test
  @Tag("law")
  void noStepIsLongerThanTheLongest() {
    for (double x = 1e-5; x < 60; x *= 1.37) {
      assertTrue(FORCES.pull((float) (x * x)) * x <= 4.7 * (1 + TABLE), "pull at " + x);
      assertTrue(FORCES.push((float) (x * x)) * x <= 4.7 * (1 + TABLE), "push at " + x);
    }
  }

  @Test
  @Tag("twin")
  void ownExponentialIsExact() {
    for (double x = 0; x < 100; x += 0.0137) {
      assertEquals(1, Exp.minus(x) / StrictMath.exp(-x), 1e-12);
    }
    assertEquals(0, Exp.minus(1e9));
    assertEquals(0, Exp.minus(Double.POSITIVE_INFINITY));
  }
}
