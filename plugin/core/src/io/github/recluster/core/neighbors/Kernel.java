// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.neighbors;

import java.util.Arrays;

/**
 * The inner loop of every search: a number for two rows of floats that rises with their distance.
 *
 * <p>How: sums of four terms are added up in the order of coordinates, so the bits are the same
 * everywhere; a whole tile of points is compared coordinate by coordinate, a loop that processors
 * run on eight or sixteen numbers at once.
 */
enum Kernel {
  /** Sum of squared differences; Euclidean, and cosine of rows of length 1. */
  SQUARED {
    @Override
    float between(float[] a, int i, float[] b, int j, int d) {
      return restOf(0, 0, a, i, b, j, d);
    }

    @Override
    float upTo(float limit, float[] a, int i, float[] b, int j, int d) {
      float sum = 0;
      int c = 0;
      while (c + STRETCH <= d && sum <= limit) {
        for (int end = c + STRETCH; c < end; c += 4) {
          float p = a[i + c] - b[j + c];
          float q = a[i + c + 1] - b[j + c + 1];
          float r = a[i + c + 2] - b[j + c + 2];
          float w = a[i + c + 3] - b[j + c + 3];
          sum += (p * p + q * q) + (r * r + w * w);
        }
      }
      return sum > limit ? sum : restOf(sum, c, a, i, b, j, d);
    }

    private static float restOf(float begun, int from, float[] a, int i, float[] b, int j, int d) {
      float sum = begun;
      int c = from;
      for (; c + 4 <= d; c += 4) {
        float p = a[i + c] - b[j + c];
        float q = a[i + c + 1] - b[j + c + 1];
        float r = a[i + c + 2] - b[j + c + 2];
        float w = a[i + c + 3] - b[j + c + 3];
        sum += (p * p + q * q) + (r * r + w * w);
      }
      for (; c < d; c++) {
        float p = a[i + c] - b[j + c];
        sum += p * p;
      }
      return sum;
    }

    @Override
    boolean toTile(float[] a, int i, float[][] tile, int d, float[] numbers) {
      Arrays.fill(numbers, 0);
      int c = 0;
      for (; c + 4 <= d; c += 4) {
        addFour(a, i + c, tile[c], tile[c + 1], tile[c + 2], tile[c + 3], numbers);
      }
      for (; c < d; c++) {
        addOne(a[i + c], tile[c], numbers);
      }
      return true;
    }

    private static void addFour(
        float[] a, int i, float[] t, float[] u, float[] v, float[] w, float[] numbers) {
      float p = a[i];
      float q = a[i + 1];
      float r = a[i + 2];
      float s = a[i + 3];
      for (int l = 0; l < numbers.length; l++) {
        float x = p - t[l];
        float y = q - u[l];
        float z = r - v[l];
        float o = s - w[l];
        numbers[l] += (x * x + y * y) + (z * z + o * o);
      }
    }

    private static void addOne(float p, float[] t, float[] numbers) {
      for (int l = 0; l < numbers.length; l++) {
        float x = p - t[l];
        numbers[l] += x * x;
      }
    }
  },
  MANHATTAN {
    @Override
    float between(float[] a, int i, float[] b, int j, int d) {
      float s = 0;
      float t = 0;
      int c = 0;
      for (; c + 2 <= d; c += 2) {
        s += Math.abs(a[i + c] - b[j + c]);
        t += Math.abs(a[i + c + 1] - b[j + c + 1]);
      }
      return c < d ? s + t + Math.abs(a[i + c] - b[j + c]) : s + t;
    }
  },
  CHEBYSHEV {
    @Override
    float between(float[] a, int i, float[] b, int j, int d) {
      float largest = 0;
      for (int c = 0; c < d; c++) {
        largest = Math.max(largest, Math.abs(a[i + c] - b[j + c]));
      }
      return largest;
    }
  },
  HAMMING {
    @Override
    float between(float[] a, int i, float[] b, int j, int d) {
      int differ = 0;
      for (int c = 0; c < d; c++) {
        differ += a[i + c] != b[j + c] ? 1 : 0;
      }
      return d == 0 ? 0 : (float) differ / d;
    }
  },
  JACCARD {
    @Override
    float between(float[] a, int i, float[] b, int j, int d) {
      int any = 0;
      int both = 0;
      for (int c = 0; c < d; c++) {
        boolean p = a[i + c] != 0;
        boolean q = b[j + c] != 0;
        any += p || q ? 1 : 0;
        both += p && q ? 1 : 0;
      }
      return any == 0 ? 0 : (float) (any - both) / any;
    }
  },
  CANBERRA {
    @Override
    float between(float[] a, int i, float[] b, int j, int d) {
      float sum = 0;
      for (int c = 0; c < d; c++) {
        float size = Math.abs(a[i + c]) + Math.abs(b[j + c]);
        sum += size > 0 ? Math.abs(a[i + c] - b[j + c]) / size : 0;
      }
      return sum;
    }
  },
  BRAYCURTIS {
    @Override
    float between(float[] a, int i, float[] b, int j, int d) {
      float apart = 0;
      float size = 0;
      for (int c = 0; c < d; c++) {
        apart += Math.abs(a[i + c] - b[j + c]);
        size += Math.abs(a[i + c] + b[j + c]);
      }
      return size > 0 ? apart / size : 0;
    }
  },
  /** Sum over the columns of a {@link MixedScale}, whose count of numbers comes first. */
  MIXED {
    @Override
    float between(float[] a, int i, float[] b, int j, int d) {
      int numbers = 1 + (int) a[i];
      float sum = 0;
      for (int c = 1; c < numbers; c++) {
        sum += Math.abs(a[i + c] - b[j + c]);
      }
      for (int c = numbers; c < d; c++) {
        sum += a[i + c] != b[j + c] ? 1 : 0;
      }
      return sum;
    }

    @Override
    boolean toTile(float[] a, int i, float[][] tile, int d, float[] numbers) {
      Arrays.fill(numbers, 0);
      for (int c = 1; c < d; c++) {
        if (c <= a[i]) {
          addNumber(a[i + c], tile[c], numbers);
        } else {
          addCategory(a[i + c], tile[c], numbers);
        }
      }
      return true;
    }

    private static void addNumber(float p, float[] t, float[] numbers) {
      for (int l = 0; l < numbers.length; l++) {
        numbers[l] += Math.abs(p - t[l]);
      }
    }

    private static void addCategory(float p, float[] t, float[] numbers) {
      for (int l = 0; l < numbers.length; l++) {
        numbers[l] += p != t[l] ? 1 : 0;
      }
    }
  };

  /** Coordinates between two looks at a limit. */
  private static final int STRETCH = 32;

  /** The number for {@code a[i … i+d−1]} and {@code b[j … j+d−1]}. */
  abstract float between(float[] a, int i, float[] b, int j, int d);

  /** The same up to a limit; any number above it where that is above it. */
  float upTo(float limit, float[] a, int i, float[] b, int j, int d) {
    return between(a, i, b, j, d);
  }

  /**
   * The numbers for {@code a[i … i+d−1]} and each point of a tile, bit for bit those of {@link
   * #between}.
   *
   * @param tile per coordinate, that of each point
   * @return false where the kernel knows no way that is sooner than point by point; nothing is done
   *     then
   */
  boolean toTile(float[] a, int i, float[][] tile, int d, float[] numbers) {
    return false;
  }

  /**
   * Whether the number can only rise, rounding included, where a coordinate's difference does: what
   * a {@link KdTree} needs.
   */
  boolean growsWithDifferences() {
    return this == SQUARED || this == MANHATTAN || this == CHEBYSHEV || this == MIXED;
  }
}
