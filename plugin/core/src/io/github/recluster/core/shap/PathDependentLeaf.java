// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.shap;

import java.util.Arrays;

/**
 * A leaf where a feature that is not known follows the training rows: each way with its share of
 * cover.
 *
 * <p><b>How</b>: the game of a leaf is a product, so the Shapley value of feature {@code i} is
 * {@code v (P_i − r_i) ∫ Π_{k≠i} (t P_k + (1−t) r_k) dt} over 0 … 1, with {@code P} = 1 where the
 * row takes the way and {@code r} the share that does. The integrand is a polynomial of degree D −
 * 1: ⌈D/2⌉ Gauss points are exact. For a table the products over all agreements are built by
 * doubling. <b>Ref</b>: Lundberg et al. 2020 (the game); the Beta integral for its weights.
 */
final class PathDependentLeaf implements LeafValues {
  private final LeafPath path;

  PathDependentLeaf(LeafPath path) {
    this.path = path;
  }

  @Override
  public double[][] table() {
    int depth = path.depth();
    double[][] table = new double[depth][1 << depth];
    for (int i = 0; i < depth; i++) {
      double[] others = othersByAgreement(i);
      double agrees = path.value() * (1 - path.ratios()[i]);
      double differs = -path.value() * path.ratios()[i];
      int below = (1 << i) - 1;
      for (int s = 0; s < others.length; s++) {
        int agreement = (s & below) | ((s & ~below) << 1);
        table[i][agreement] = differs * others[s];
        table[i][agreement | (1 << i)] = agrees * others[s];
      }
    }
    return table;
  }

  /** The integral over the other features, for each agreement of theirs. */
  private double[] othersByAgreement(int i) {
    int depth = path.depth();
    double[] sum = new double[1 << (depth - 1)];
    double[] product = new double[sum.length];
    Quadrature quadrature = Quadrature.exactTo(depth - 1);
    for (int q = 0; q < quadrature.count(); q++) {
      double t = quadrature.point(q);
      product[0] = quadrature.weight(q);
      int size = 1;
      for (int k = 0; k < depth; k++) {
        if (k != i) {
          double differs = (1 - t) * path.ratios()[k];
          double agrees = t + differs;
          for (int s = 0; s < size; s++) {
            product[size + s] = product[s] * agrees;
            product[s] *= differs;
          }
          size *= 2;
        }
      }
      for (int s = 0; s < sum.length; s++) {
        sum[s] += product[s];
      }
    }
    return sum;
  }

  @Override
  public void contributions(long agreement, double[] out) {
    int depth = path.depth();
    double[] before = new double[depth + 1];
    Quadrature quadrature = Quadrature.exactTo(Math.max(0, depth - 1));
    Arrays.fill(out, 0, depth, 0);
    for (int q = 0; q < quadrature.count(); q++) {
      double t = quadrature.point(q);
      before[0] = quadrature.weight(q) * path.value();
      for (int k = 0; k < depth; k++) {
        before[k + 1] = before[k] * factor(k, agreement, t);
      }
      double after = 1;
      for (int k = depth - 1; k >= 0; k--) {
        double known = (agreement >>> k & 1) - path.ratios()[k];
        out[k] += known * before[k] * after;
        after *= factor(k, agreement, t);
      }
    }
  }

  private double factor(int k, long agreement, double t) {
    return t * (agreement >>> k & 1) + (1 - t) * path.ratios()[k];
  }
}
