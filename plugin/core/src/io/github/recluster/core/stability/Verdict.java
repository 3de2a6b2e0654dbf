// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.stability;

/**
 * Whether a cluster is found again, in words.
 *
 * <p>Ref: Hennig: Cluster-wise assessment of cluster stability (CSDA 2007), whose limit for
 * dissolved clusters this is. Differs: clusters are called valid there from 0.75 and highly stable
 * from 0.85 on, which plain noise of two columns reaches (0.91).
 */
public enum Verdict {
  /** Found again under other seeds and among other rows. */
  COMES_BACK("comes back"),
  /** Found again in part. */
  WAVERS("wavers"),
  /** Dissolved in most runs. */
  DOES_NOT_COME_BACK("does not come back");

  /** Mean Jaccard from which a cluster counts as stable. */
  public static final double STEADY = 0.95;

  /** Mean Jaccard at or below which a cluster counts as dissolved: half of it is not the same. */
  public static final double DISSOLVED = 0.5;

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  /** The verdict for a reader. */
  public String words() {
    return words;
  }

  /** The same graph repeats its own artifacts, so that other rows must bring a cluster back too. */
  static Verdict of(double seeds, double subsamples, boolean subsampled) {
    double weaker = subsampled ? Math.min(seeds, subsamples) : seeds;
    if (weaker <= DISSOLVED) {
      return DOES_NOT_COME_BACK;
    }
    return subsampled && weaker >= STEADY ? COMES_BACK : WAVERS;
  }
}
