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
 * @param subsamples runs on half of the rows; without any, no cluster is said to come back
 * @param sweep runs with each of the neighboring parameters: half and twice as many neighbors, and
 *     clusters half and twice as large; 0 tries none, 1 compares nothing
 */
public record StabilityOptions(
    UmapOptions umap,
    HdbscanOptions hdbscan,
    int seeds,
    long firstSeed,
    int subsamples,
    int sweep) {
  /** What the nodes start with. */
  public static final StabilityOptions DEFAULTS =
      new StabilityOptions(UmapOptions.DEFAULTS, HdbscanOptions.DEFAULTS, 10, 7, 10, 5);

  private static final int MOST_RUNS = 10_000;

  /** Checks every value. */
  public StabilityOptions {
    require(umap != null, "umap", "given", null);
    require(hdbscan != null, "hdbscan", "given", null);
    require(seeds >= 2 && seeds <= MOST_RUNS, "seeds", "2 to 10,000", seeds);
    require(subsamples >= 0 && subsamples <= MOST_RUNS, "subsamples", "0 to 10,000", subsamples);
    require(sweep >= 0 && sweep <= seeds, "sweep", "0 to seeds = " + seeds, sweep);
  }

  private static void require(boolean holds, String name, String rule, Object got) {
    if (!holds) {
      throw new IllegalArgumentException(name + " must be " + rule + ", got " + got);
    }
  }

  /** These options with another way to embed. */
  public StabilityOptions withUmap(UmapOptions value) {
    return new StabilityOptions(value, hdbscan, seeds, firstSeed, subsamples, sweep);
  }

  /** These options with another way to cluster. */
  public StabilityOptions withHdbscan(HdbscanOptions value) {
    return new StabilityOptions(umap, value, seeds, firstSeed, subsamples, sweep);
  }

  /** These options with another number of seeds. */
  public StabilityOptions withSeeds(int value) {
    return new StabilityOptions(umap, hdbscan, value, firstSeed, subsamples, sweep);
  }

  /** These options with another first seed. */
  public StabilityOptions withFirstSeed(long value) {
    return new StabilityOptions(umap, hdbscan, seeds, value, subsamples, sweep);
  }

  /** These options with another number of subsamples. */
  public StabilityOptions withSubsamples(int value) {
    return new StabilityOptions(umap, hdbscan, seeds, firstSeed, value, sweep);
  }

  /** These options with another number of runs with neighboring parameters. */
  public StabilityOptions withSweep(int value) {
    return new StabilityOptions(umap, hdbscan, seeds, firstSeed, subsamples, value);
  }
}
