// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.compute;

/**
 * Random numbers by counting: number {@code i} of a stream is a hash of the seed and {@code i}, so
 * it does not matter who asks for it, nor when. That is what makes a parallel stage give the same
 * bits at any number of threads.
 *
 * <p>Ref: Steele, Lea, Flood: Fast splittable pseudorandom number generators (OOPSLA 2014), the
 * mixing function of SplitMix64.
 */
public final class Seeds {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private Seeds() {}

  /** A well-mixed 64-bit hash of a counter. */
  public static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** The seed of stream {@code stream} below {@code seed}. */
  public static long stream(long seed, long stream) {
    return mix(seed + GOLDEN * (stream + 1));
  }

  /** Number {@code counter} of the stream {@code seed}, 64 random bits. */
  public static long bits(long seed, long counter) {
    return mix(seed + GOLDEN * counter);
  }

  /** Number {@code counter} of the stream {@code seed}, a whole number from 0 to bound − 1. */
  public static int below(long seed, long counter, int bound) {
    return (int) (((bits(seed, counter) >>> 32) * bound) >>> 32);
  }

  /** Number {@code counter} of the stream {@code seed}, uniform in [0, 1). */
  public static double uniform(long seed, long counter) {
    return (bits(seed, counter) >>> 11) * 0x1.0p-53;
  }
}
