// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.stability;

import java.util.Arrays;

/**
 * Adjusted Rand index of two labelings: 1 if they are the same but for names, about 0 by chance.
 *
 * <p>Noise is taken as one more cluster. Exact counts of pairs; O(n log n), linear memory. Ref:
 * Hubert, Arabie: Comparing partitions (J. of Classification 1985), equation 5.
 */
final class AdjustedRand {
  private AdjustedRand() {}

  static double of(int[] a, int[] b) {
    int n = a.length;
    long[] both = new long[n];
    long[] first = new long[n];
    long[] second = new long[n];
    for (int i = 0; i < n; i++) {
      both[i] = ((long) a[i] << 32) | (b[i] & 0xFFFFFFFFL);
      first[i] = a[i];
      second[i] = b[i];
    }
    double together = pairs(both);
    double inA = pairs(first);
    double inB = pairs(second);
    double all = n * (n - 1.0) / 2;
    double expected = all == 0 ? 0 : inA / all * inB;
    double most = (inA + inB) / 2;
    return most == expected ? 1 : (together - expected) / (most - expected);
  }

  /** Pairs of equal keys. */
  private static double pairs(long[] keys) {
    Arrays.sort(keys);
    double sum = 0;
    int start = 0;
    for (int i = 1; i <= keys.length; i++) {
      if (i == keys.length || keys[i] != keys[start]) {
        sum += (i - start) * (i - start - 1.0) / 2;
        start = i;
      }
    }
    return sum;
  }
}
