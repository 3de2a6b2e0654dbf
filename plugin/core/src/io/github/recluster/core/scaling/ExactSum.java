// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.scaling;

import java.math.BigInteger;

/**
 * A sum of doubles without any rounding on the way, so that the order of the numbers cannot play a
 * part.
 *
 * <p><b>How</b>: a number is a whole number of units 2^−1074; its 53 bits fall into three
 * neighboring places of 32 bits. Each place has a long of its own, which holds the carries of 2³¹
 * numbers: none is passed on before the end. <b>Ref</b>: Neal: Fast exact summation using small and
 * large superaccumulators (2015).
 */
final class ExactSum {
  private static final int PLACES = (2048 + 64) / 32 + 1;
  private static final long LOW = 0xFFFFFFFFL;

  private final long[] places = new long[PLACES];

  /** Adds a finite number. */
  void add(double value) {
    long bits = Double.doubleToRawLongBits(value);
    int exponent = (int) (bits >>> 52) & 0x7FF;
    long mantissa = bits & 0xFFFFFFFFFFFFFL;
    if (exponent == 0) {
      exponent = 1; // subnormal: same unit as the smallest normal numbers
    } else {
      mantissa |= 1L << 52;
    }
    int position = exponent - 1;
    int place = position >>> 5;
    int shift = position & 31;
    long low = (mantissa << shift) & LOW;
    long middle = (mantissa >>> (32 - shift)) & LOW;
    long high = shift == 0 ? 0 : mantissa >>> (64 - shift);
    if (bits >= 0) {
      places[place] += low;
      places[place + 1] += middle;
      places[place + 2] += high;
    } else {
      places[place] -= low;
      places[place + 1] -= middle;
      places[place + 2] -= high;
    }
  }

  /** The sum, rounded once. */
  double value() {
    BigInteger total = BigInteger.ZERO;
    for (int i = PLACES - 1; i >= 0; i--) {
      total = total.shiftLeft(32).add(BigInteger.valueOf(places[i]));
    }
    BigInteger size = total.abs();
    int dropped = Math.max(0, size.bitLength() - 64);
    BigInteger top = size.shiftRight(dropped);
    if (dropped > size.getLowestSetBit()) {
      top = top.setBit(0); // what was dropped still decides between two neighbors
    }
    return total.signum() * Math.scalb(top.doubleValue(), dropped - 1074);
  }
}
