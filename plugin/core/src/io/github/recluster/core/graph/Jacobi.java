// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.graph;

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix by rotations: only additions,
 * multiplications and roots, so the same bits everywhere.
 *
 * <p>Ref: Golub, Van Loan: Matrix Computations, section 8.5.
 */
public final class Jacobi {
  private static final int SWEEPS = 30;

  private Jacobi() {}

  /**
   * Leaves the eigenvalues on the diagonal of {@code a}, largest first.
   *
   * @return the eigenvectors, one a row, in the same order
   */
  public static double[][] diagonalize(double[][] a) {
    int n = a.length;
    double[][] vectors = new double[n][n];
    for (int i = 0; i < n; i++) {
      vectors[i][i] = 1;
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int p = 0; p < n; p++) {
        for (int q = p + 1; q < n; q++) {
          rotate(a, vectors, p, q);
        }
      }
    }
    sort(a, vectors);
    return vectors;
  }

  private static void rotate(double[][] a, double[][] vectors, int p, int q) {
    if (Math.abs(a[p][q]) <= 1e-300) {
      return;
    }
    double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double t = 1 / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    t = theta < 0 ? -t : t;
    double c = 1 / Math.sqrt(t * t + 1);
    double s = t * c;
    for (int i = 0; i < a.length; i++) {
      double x = a[i][p];
      double y = a[i][q];
      a[i][p] = c * x - s * y;
      a[i][q] = s * x + c * y;
    }
    turn(a, p, q, c, s);
    turn(vectors, p, q, c, s);
    a[p][q] = a[q][p] = 0;
  }

  private static void turn(double[][] rows, int p, int q, double c, double s) {
    for (int i = 0; i < rows.length; i++) {
      double x = rows[p][i];
      double y = rows[q][i];
      rows[p][i] = c * x - s * y;
      rows[q][i] = s * x + c * y;
    }
  }

  private static void sort(double[][] a, double[][] vectors) {
    int n = a.length;
    for (int i = 0; i < n; i++) {
      int best = i;
      for (int j = i + 1; j < n; j++) {
        best = a[j][j] > a[best][best] ? j : best;
      }
      double value = a[i][i];
      a[i][i] = a[best][best];
      a[best][best] = value;
      double[] vector = vectors[i];
      vectors[i] = vectors[best];
      vectors[best] = vector;
    }
  }
}
