// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

/**
 * How strongly two points of the embedding pull and push, as functions of their squared distance u:
 * the step along their difference is the coefficient times that difference.
 *
 * <p>pull(u) = 2 a b u^(b−1) / (1 + a u^b), push(u) = 2 b / ((0.001 + u)(1 + a u^b)), both at most
 * {@value #LONGEST} / √u, so that no step is longer than that. How: both lie in tables with 64
 * entries an octave, read by the bits of u and interpolated, to about 2e−4 of their value, so that
 * no power is taken in the layout's inner loop. Ref: UMAP, section 4.2. Differs: umap-learn cuts
 * each component of a step at 4, so that its longest steps hang on the direction (4 to 5.7).
 */
final class GradientTable {
  private static final int STEPS_LOG2 = 6;
  private static final int SHIFT = 23 - STEPS_LOG2;
  private static final int LEAST = Float.floatToRawIntBits(0x1p-26f);
  private static final int MOST = Float.floatToRawIntBits(0x1p22f);
  private static final int MASK = (1 << SHIFT) - 1;
  private static final float FRACTION = 1f / (1 << SHIFT);

  private static final double LONGEST = 4.7;

  private final float[] pull;
  private final float[] push;

  GradientTable(DistanceCurve curve, double repulsionStrength) {
    int size = ((MOST - LEAST) >>> SHIFT) + 2;
    pull = new float[size];
    push = new float[size];
    double a = curve.a();
    double b = curve.b();
    for (int i = 0; i < size; i++) {
      double u = Float.intBitsToFloat(LEAST + (i << SHIFT));
      double power = StrictMath.pow(u, b);
      double most = LONGEST / Math.sqrt(u);
      pull[i] = (float) Math.min(most, 2 * a * b * (power / u) / (1 + a * power));
      push[i] = (float) Math.min(most, 2 * repulsionStrength * b / ((0.001 + u) * (1 + a * power)));
    }
  }

  float pull(float u) {
    return read(pull, u);
  }

  float push(float u) {
    return read(push, u);
  }

  private static float read(float[] table, float u) {
    int x = Math.max(0, Math.min(MOST - LEAST, Float.floatToRawIntBits(u) - LEAST));
    float low = table[x >>> SHIFT];
    return low + (table[(x >>> SHIFT) + 1] - low) * ((x & MASK) * FRACTION);
  }
}
