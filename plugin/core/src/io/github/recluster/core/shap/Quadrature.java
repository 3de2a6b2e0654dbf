// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.shap;

/**
 * Points and weights that integrate polynomials over 0 … 1 exactly (Gauss and Legendre): {@code m}
 * points up to degree {@code 2m − 1}.
 */
final class Quadrature {
  private static final Quadrature[] BY_DEGREE = new Quadrature[66];

  private final double[] points;
  private final double[] weights;

  private Quadrature(double[] points, double[] weights) {
    this.points = points;
    this.weights = weights;
  }

  /** The smallest that is exact up to a degree. */
  static synchronized Quadrature exactTo(int degree) {
    if (BY_DEGREE[degree] == null) {
      BY_DEGREE[degree] = gaussLegendre(degree / 2 + 1);
    }
    return BY_DEGREE[degree];
  }

  int count() {
    return points.length;
  }

  double point(int q) {
    return points[q];
  }

  double weight(int q) {
    return weights[q];
  }

  /** Roots of the Legendre polynomial by Newton's method. */
  private static Quadrature gaussLegendre(int m) {
    double[] points = new double[m];
    double[] weights = new double[m];
    for (int i = 0; i < m; i++) {
      double z = StrictMath.cos(Math.PI * (i + 0.75) / (m + 0.5));
      double slope = 0;
      for (int step = 0; step < 100; step++) {
        double p = 1;
        double before = 0;
        for (int j = 0; j < m; j++) {
          double older = before;
          before = p;
          p = ((2.0 * j + 1.0) * z * before - j * older) / (j + 1);
        }
        slope = m * (z * p - before) / (z * z - 1.0);
        double change = p / slope;
        z -= change;
        if (Math.abs(change) < 1e-16) {
          break;
        }
      }
      points[i] = (1 - z) / 2;
      weights[i] = 1 / ((1 - z * z) * slope * slope);
    }
    return new Quadrature(points, weights);
  }
}
