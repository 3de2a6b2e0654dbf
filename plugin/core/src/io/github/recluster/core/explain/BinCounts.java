// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.explain;

/**
 * Which values of one feature mark a cluster.
 *
 * <p><b>In</b>: rows of the cluster, and of any kind, in each bin of the feature's values.
 * <b>Out</b>: the {@link Range} of bins with most of the cluster's rows in which their share
 * exceeds that of all others most; an empty one if no range holds so many. <b>How</b>: sums of
 * counts, one pass; for each beginning the best end behind the first one that takes in enough rows.
 */
final class BinCounts {
  /** Values mark a cluster if this share of its rows has them, or more. */
  static final double LEAST_INSIDE = 0.8;

  /** What a second bound must add to the difference to be worth its words. */
  static final double SECOND_BOUND = 0.05;

  private final long[] inside; // rows in front of each bin
  private final long[] outside;
  private final double own;
  private final double others;

  /** Bins {@code from} … {@code to − 1}, and the shares of rows in them. */
  record Range(int from, int to, double inside, double outside) {
    private static final Range NONE = new Range(0, 0, 0, 1);

    double difference() {
      return inside - outside;
    }

    private Range or(Range other) {
      return other.inside >= LEAST_INSIDE && other.difference() > difference() ? other : this;
    }
  }

  /**
   * Counts add up.
   *
   * @param own the cluster's rows, at least one
   * @param others all other rows, at least one
   * @param clusters rows of the cluster in each bin
   * @param all rows of any kind in each bin
   */
  BinCounts(long own, long others, long[] clusters, long[] all) {
    this.own = own;
    this.others = others;
    this.inside = new long[all.length + 1];
    this.outside = new long[all.length + 1];
    for (int b = 0; b < all.length; b++) {
      inside[b + 1] = inside[b] + clusters[b];
      outside[b + 1] = outside[b] + all[b] - clusters[b];
    }
  }

  private Range range(int from, int to) {
    return new Range(
        from, to, (inside[to] - inside[from]) / own, (outside[to] - outside[from]) / others);
  }

  /** The one bin that marks the cluster best, the last one (missing values) among them. */
  Range single(int from, int to) {
    Range best = Range.NONE;
    for (int b = from; b < to; b++) {
      best = best.or(range(b, b + 1));
    }
    return best;
  }

  /** The first {@code bins} bins below a value or from one on, or if worth it between two. */
  Range range(int bins) {
    Range open = Range.NONE;
    for (int b = 0; b <= bins; b++) {
      open = open.or(range(0, b)).or(range(b, bins));
    }
    Range any = between(bins);
    return any.difference() > open.difference() + SECOND_BOUND ? any : open;
  }

  private Range between(int bins) {
    int[] bestEnd = new int[bins + 1]; // where what lies in front differs most, from a bin on
    bestEnd[bins] = bins;
    for (int b = bins - 1; b >= 0; b--) {
      int later = bestEnd[b + 1];
      bestEnd[b] = range(0, b).difference() >= range(0, later).difference() ? b : later;
    }
    Range best = Range.NONE;
    int to = 0;
    for (int from = 0; from < bins; from++) {
      while (to < bins && range(from, to).inside < LEAST_INSIDE) {
        to++;
      }
      best = best.or(range(from, bestEnd[to]));
    }
    return best;
  }
}
