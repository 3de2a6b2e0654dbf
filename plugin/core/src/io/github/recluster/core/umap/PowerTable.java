// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

/**
 * u^b for squared distances u, to about 1e−5 of its value, without taking powers: 64 entries an
 * octave, read by the bits of u and interpolated. Smaller and larger u count as the ends.
 */
final class PowerTable {
  private static final int STEPS_LOG2 = 6;
  private static final int SHIFT = 23 - STEPS_LOG2;
  private static final int LEAST = Float.floatToRawIntBits(0x1p-40f);
  private static final int MOST = Float.floatToRawIntBits(0x1p40f);
  private static final int MASK = (1 << SHIFT) - 1;
  private static final float FRACTION = 1f / (1 << SHIFT);

  private final float[] table = new float[((MOST - LEAST) >>> SHIFT) + 2];

  PowerTable(double exponent) {
    for (int i = 0; i < table.length; i++) {
      table[i] = (float) StrictMath.pow(Float.intBitsToFloat(LEAST + (i << SHIFT)), exponent);
    }
  }

  float of(float u) {
    int x = Math.max(0, Math.min(MOST - LEAST, Float.floatToRawIntBits(u) - LEAST));
    float low = table[x >>> SHIFT];
    return low + (table[(x >>> SHIFT) + 1] - low) * ((x & MASK) * FRACTION);
  }
}
