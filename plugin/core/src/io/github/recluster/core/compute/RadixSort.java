// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.compute;

/**
 * Puts numbers in order by their bits.
 *
 * <p>How: least significant digits first, 11 bits at a time; digits that all keys share are passed
 * over. O(n), stable, 24 bytes a key.
 */
public final class RadixSort {
  private static final int BITS = 11;
  private static final int DIGITS = 1 << BITS;
  private static final int MASK = DIGITS - 1;

  private RadixSort() {}

  /** A key that rises, without its sign, as {@link Double#compare} does: −0 before 0, NaN last. */
  public static long key(double value) {
    long bits = Double.doubleToLongBits(value);
    return bits ^ ((bits >> 63) | Long.MIN_VALUE);
  }

  /**
   * The places of the keys by rising key, equal keys by place; looks for cancellation between
   * passes.
   *
   * @param keys without sign; overwritten
   * @throws java.util.concurrent.CancellationException if the user asked to stop
   */
  public static int[] order(long[] keys, Progress progress) {
    int n = keys.length;
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    int[][] counts = counts(keys);
    long[] from = keys;
    long[] to = new long[n];
    int[] spare = new int[n];
    for (int digit = 0; digit < counts.length; digit++) {
      progress.checkCanceled();
      int shift = digit * BITS;
      int[] next = counts[digit];
      if (n == 0 || next[(int) (from[0] >>> shift) & MASK] == n) {
        continue; // all alike here
      }
      int sum = 0;
      for (int i = 0; i < DIGITS; i++) {
        int count = next[i];
        next[i] = sum;
        sum += count;
      }
      for (int i = 0; i < n; i++) {
        int at = next[(int) (from[i] >>> shift) & MASK]++;
        to[at] = from[i];
        spare[at] = order[i];
      }
      long[] k = from;
      from = to;
      to = k;
      int[] o = order;
      order = spare;
      spare = o;
    }
    return order;
  }

  /** How often each value of each digit occurs: one look at the keys for all passes. */
  private static int[][] counts(long[] keys) {
    int[][] counts = new int[(Long.SIZE + BITS - 1) / BITS][DIGITS];
    for (long key : keys) {
      for (int digit = 0; digit < counts.length; digit++) {
        counts[digit][(int) (key >>> (digit * BITS)) & MASK]++;
      }
    }
    return counts;
  }
}
