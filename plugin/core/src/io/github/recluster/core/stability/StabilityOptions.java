// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.stability;

import io.github.recluster.core.hdbscan.HdbscanOptions;
import io.github.recluster.core.umap.UmapOptions;

/**
 * What {@link Stability} shall repeat, and how often.
 *
 * @param umap how a run embeds; its seed is not used, see firstSeed
 * @param hdbscan how a run clusters
 * @param seeds runs on all rows, each with a seed of its own. More runs give a consensus that hangs
 *     less on which seeds they were.
 * @param firstSeed the first run's seed; the next ones have the next whole numbers
 * @param subsamples runs on four fifths of the rows; without any, no cluster is said to come back
 */
public record StabilityOptions(
    UmapOptions umap, HdbscanOptions hdbscan, int seeds, long firstSeed, int subsamples) {
  /** What the nodes start with. */
  public static final StabilityOptions DEFAULTS =
      new StabilityOptions(UmapOptions.DEFAULTS, HdbscanOptions.DEFAULTS, 10, 7, 10);

  /** Checks every value. */
  public StabilityOptions {
    require(umap != null, "umap", "given", null);
    require(hdbscan != null, "hdbscan", "given", null);
    require(seeds >= 2, "seeds", "2 or more", seeds);
    require(subsamples >= 0, "subsamples", "0 or more", subsamples);
  }

  private static void require(boolean holds, String name, String rule, Object got) {
    if (!holds) {
      throw new IllegalArgumentException(name + " must be " + rule + ", got " + got);
    }
  }

  /** These options with another way to embed. */
  public StabilityOptions withUmap(UmapOptions value) {
    return new StabilityOptions(value, hdbscan, seeds, firstSeed, subsamples);
  }

  /** These options with another way to cluster. */
  public StabilityOptions withHdbscan(HdbscanOptions value) {
    return new StabilityOptions(umap, value, seeds, firstSeed, subsamples);
  }

  /** These options with another number of seeds. */
  public StabilityOptions withSeeds(int value) {
    return new StabilityOptions(umap, hdbscan, value, firstSeed, subsamples);
  }

  /** These options with another first seed. */
  public StabilityOptions withFirstSeed(long value) {
    return new StabilityOptions(umap, hdbscan, seeds, value, subsamples);
  }

  /** These options with another number of subsamples. */
  public StabilityOptions withSubsamples(int value) {
    return new StabilityOptions(umap, hdbscan, seeds, firstSeed, value);
  }
}
