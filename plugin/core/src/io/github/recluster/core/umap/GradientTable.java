// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import java.util.function.DoubleUnaryOperator;

/**
 * How strongly two points of the embedding pull and push, as functions of their squared distance u:
 * the step along their difference is the coefficient times that difference.
 *
 * <p>pull(u) = 2 a b u^(b−1) / (1 + a u^b), push(u) = 2 b / ((0.001 + u)(1 + a u^b)), both at most
 * {@value #LONGEST} / √u, so that no step is longer than that. How: both lie in tables of 64 lines
 * an octave, found by the bits of u, to about 2e−4 of their value, so that no power is taken in the
 * layout's inner loop. Ref: UMAP, section 4.2. Differs: umap-learn cuts each component of a step at
 * 4, so that its longest steps hang on the direction (4 to 5.7).
 */
final class GradientTable {
  private static final int STEPS_LOG2 = 6;
  private static final int SHIFT = 23 - STEPS_LOG2;
  private static final int LEAST = Float.floatToRawIntBits(0x1p-26f);
  private static final int PIECES = (Float.floatToRawIntBits(0x1p22f) - LEAST) >> SHIFT;
  private static final double LONGEST = 4.7;

  /** Piece by piece of a line: its height at u = 0, its slope. */
  private final float[] pull;

  private final float[] push;

  GradientTable(DistanceCurve curve, double repulsionStrength) {
    double a = curve.a();
    double b = curve.b();
    pull =
        lines(
            u -> {
              double power = StrictMath.pow(u, b);
              return 2 * a * b * (power / u) / (1 + a * power);
            });
    push = lines(u -> 2 * repulsionStrength * b / ((0.001 + u) * (1 + a * StrictMath.pow(u, b))));
  }

  private static float[] lines(DoubleUnaryOperator force) {
    float[] lines = new float[2 * PIECES + 2];
    double left = Float.intBitsToFloat(LEAST);
    double low = bounded(force, left);
    for (int i = 0; i < PIECES; i++) {
      double right = Float.intBitsToFloat(LEAST + ((i + 1) << SHIFT));
      double high = bounded(force, right);
      double slope = (high - low) / (right - left);
      lines[2 * i] = (float) (low - slope * left);
      lines[2 * i + 1] = (float) slope;
      left = right;
      low = high;
    }
    lines[2 * PIECES] = (float) low; // and no less beyond
    return lines;
  }

  private static double bounded(DoubleUnaryOperator force, double u) {
    return Math.min(force.applyAsDouble(u), LONGEST / Math.sqrt(u));
  }

  float pull(float u) {
    return read(pull, u);
  }

  float push(float u) {
    return read(push, u);
  }

  private static float read(float[] lines, float u) {
    int piece = Math.max(0, Math.min(PIECES, (Float.floatToRawIntBits(u) - LEAST) >> SHIFT));
    return lines[2 * piece] + lines[2 * piece + 1] * u;
  }
}
