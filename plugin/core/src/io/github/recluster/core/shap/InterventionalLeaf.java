// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.shap;

import java.util.Arrays;

/**
 * A leaf where a feature that is not known takes its value from a row of the background.
 *
 * <p><b>How</b>: of the background only the agreements matter and how often each occurs. For a row
 * that agrees in the set P and a background row that agrees in B, the leaf counts only if P ∪ B are
 * all features; then a feature of P ∖ B gets {@code v (x−1)! y! / (x+y)!} and one of B ∖ P the
 * opposite of {@code v x! (y−1)! / (x+y)!}, with x and y the sizes of the two differences. So the
 * cost of a background row is that of one agreement, whatever number of rows is explained.
 * <b>Ref</b>: Lundberg et al. 2020, algorithm 3; counting patterns: Nadel and Wettenstein 2026.
 */
final class InterventionalLeaf implements LeafValues {
  private final double value;
  private final int depth;
  private final long[] agreements;
  private final double[] shares;

  /**
   * Makes a leaf.
   *
   * @param agreements the agreements that occur in the background, each once
   * @param shares the share of background rows with each
   */
  InterventionalLeaf(double value, int depth, long[] agreements, double[] shares) {
    this.value = value;
    this.depth = depth;
    this.agreements = agreements;
    this.shares = shares;
  }

  private long all() {
    return depth == Long.SIZE ? -1 : (1L << depth) - 1;
  }

  @Override
  public double[][] table() {
    double[][] table = new double[depth][1 << depth];
    double[] out = new double[depth];
    for (int agreement = 0; agreement < 1 << depth; agreement++) {
      contributions(agreement, out);
      for (int i = 0; i < depth; i++) {
        table[i][agreement] = out[i];
      }
    }
    return table;
  }

  @Override
  public void contributions(long agreement, double[] out) {
    Arrays.fill(out, 0, depth, 0);
    long lacking = all() & ~agreement;
    int y = Long.bitCount(lacking);
    double fromLacking = 0;
    for (int b = 0; b < agreements.length; b++) {
      long background = agreements[b];
      if ((background & lacking) != lacking) {
        continue;
      }
      long own = agreement & ~background;
      int x = Long.bitCount(own);
      if (x > 0) {
        double share = shares[b] * weight(x - 1, y);
        for (long rest = own; rest != 0; rest &= rest - 1) {
          out[Long.numberOfTrailingZeros(rest)] += value * share;
        }
      }
      if (y > 0) {
        fromLacking += shares[b] * weight(y - 1, x);
      }
    }
    for (long rest = lacking; rest != 0; rest &= rest - 1) {
      out[Long.numberOfTrailingZeros(rest)] = -value * fromLacking;
    }
  }

  /** {@code s! o! / (s + o + 1)!}, the chance that just these come before. */
  static double weight(int s, int o) {
    return s < WEIGHTS.length && o < WEIGHTS.length ? WEIGHTS[s][o] : compute(s, o);
  }

  private static final double[][] WEIGHTS = new double[16][16];

  static {
    for (int s = 0; s < WEIGHTS.length; s++) {
      for (int o = 0; o < WEIGHTS.length; o++) {
        WEIGHTS[s][o] = compute(s, o);
      }
    }
  }

  /** One over {@code (s + o + 1) · binomial(s + o, s)}. */
  private static double compute(int s, int o) {
    double w = 1.0 / (s + o + 1);
    for (int i = 1; i <= s; i++) {
      w *= i / (double) (o + i);
    }
    return w;
  }
}
