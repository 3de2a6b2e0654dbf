// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import org.apache.commons.math3.analysis.ParametricUnivariateFunction;
import org.apache.commons.math3.fitting.SimpleCurveFitter;
import org.apache.commons.math3.fitting.WeightedObservedPoints;

/**
 * How membership falls with distance in the embedding: 1 / (1 + a d^2b).
 *
 * <p>How: a and b are fitted by Levenberg–Marquardt to 1 up to minDist and exp(−(d − minDist) /
 * spread) beyond, at 300 distances up to 3 spread. Ref: UMAP, section 3.2 and its code. Differs: it
 * is fitted at a spread of 1, where it converges for any minDist, and then stretched.
 *
 * @param a positive
 * @param b positive
 */
record DistanceCurve(double a, double b) {
  private static final int POINTS = 300;

  static DistanceCurve of(UmapOptions options) {
    return options.a() > 0
        ? new DistanceCurve(options.a(), options.b())
        : fit(options.minDist(), options.spread());
  }

  static DistanceCurve fit(double minDist, double spread) {
    DistanceCurve narrow = fit(minDist / spread);
    return new DistanceCurve(narrow.a / StrictMath.pow(spread, 2 * narrow.b), narrow.b);
  }

  private static DistanceCurve fit(double minDist) {
    WeightedObservedPoints points = new WeightedObservedPoints();
    for (int i = 0; i < POINTS; i++) {
      double x = 3.0 * i / (POINTS - 1);
      points.add(x, x < minDist ? 1 : StrictMath.exp(-(x - minDist)));
    }
    double[] ab =
        SimpleCurveFitter.create(new Curve(), new double[] {1, 1})
            .withMaxIterations(1000)
            .fit(points.toList());
    return new DistanceCurve(ab[0], ab[1]);
  }

  /** Membership at distance x, and its derivatives by a and b. */
  private static final class Curve implements ParametricUnivariateFunction {
    @Override
    public double value(double x, double... p) {
      return 1 / (1 + p[0] * power(x, p[1]));
    }

    @Override
    public double[] gradient(double x, double... p) {
      double power = power(x, p[1]);
      double square = (1 + p[0] * power) * (1 + p[0] * power);
      double log = x > 0 ? 2 * StrictMath.log(x) : 0;
      return new double[] {-power / square, -p[0] * power * log / square};
    }

    private static double power(double x, double b) {
      return x > 0 ? StrictMath.pow(x, 2 * b) : 0;
    }
  }
}
