// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.scaling;

/**
 * The quantile function of the standard normal distribution.
 *
 * <p><b>In</b>: a probability in (0, 1). <b>Out</b>: the number below which a standard normal one
 * falls with that probability, to about 16 digits; {@code of(1 − p)} is {@code −of(p)} for what of
 * 1 − p a double can hold. <b>How</b>: one of three rational functions of degree 7. <b>Ref</b>:
 * Wichura: Algorithm AS 241, The percentage points of the normal distribution (Applied Statistics
 * 37, 1988).
 */
final class InverseNormal {
  private static final double[] MIDDLE_TOP = {
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987,
    13731.69376550946, 1971.5909503065513, 133.14166789178438, 3.3871328727963665
  };
  private static final double[] MIDDLE_BOTTOM = {
    5226.495278852854,
    28729.085735721943,
    39307.89580009271,
    21213.794301586597,
    5394.196021424751,
    687.1870074920579,
    42.31333070160091,
    1
  };
  private static final double[] TAIL_TOP = {
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506,
    1.2704582524523684, 3.6478483247632045, 5.769497221460691,
    4.630337846156546, 1.4234371107496835
  };
  private static final double[] TAIL_BOTTOM = {
    1.0507500716444169e-09, 0.0005475938084995345, 0.015198666563616457,
    0.14810397642748008, 0.6897673349851, 1.6763848301838038,
    2.053191626637759, 1
  };
  private static final double[] FAR_TOP = {
    2.0103343992922881e-07, 2.7115555687434876e-05, 0.0012426609473880784,
    0.026532189526576124, 0.29656057182850487, 1.7848265399172913,
    5.463784911164114, 6.657904643501103
  };
  private static final double[] FAR_BOTTOM = {
    2.0442631033899397e-15, 1.421511758316446e-07, 1.8463183175100548e-05,
    0.0007868691311456133, 0.014875361290850615, 0.1369298809227358,
    0.599832206555888, 1
  };

  private InverseNormal() {}

  static double of(double p) {
    double q = p - 0.5;
    if (Math.abs(q) <= 0.425) {
      double r = 0.425 * 0.425 - q * q;
      return q * ratio(MIDDLE_TOP, MIDDLE_BOTTOM, r);
    }
    double r = Math.sqrt(-StrictMath.log(Math.min(p, 1 - p)));
    double x = r <= 5 ? ratio(TAIL_TOP, TAIL_BOTTOM, r - 1.6) : ratio(FAR_TOP, FAR_BOTTOM, r - 5);
    return q < 0 ? -x : x;
  }

  private static double ratio(double[] top, double[] bottom, double x) {
    double a = 0;
    double b = 0;
    for (int i = 0; i < top.length; i++) {
      a = a * x + top[i];
      b = b * x + bottom[i];
    }
    return a / b;
  }
}
