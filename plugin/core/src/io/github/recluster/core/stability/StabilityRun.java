// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.stability;

/**
 * One run.
 *
 * @param kind what differs from the other runs
 * @param seed of its layout
 * @param rows that it saw
 * @param neighbors of its graph
 * @param minClusterSize of its clusters
 * @param clusters that it found
 * @param noiseShare rows in none of them, of the rows that it saw
 * @param agreement its adjusted Rand index with the consensus, over the rows that it saw
 */
public record StabilityRun(
    Kind kind,
    long seed,
    int rows,
    int neighbors,
    int minClusterSize,
    int clusters,
    double noiseShare,
    double agreement) {
  /** What differs from the other runs. */
  public enum Kind {
    /** The seed alone: all rows, the parameters that were asked for. */
    SEED("seed"),
    /** The rows: half of them. */
    SUBSAMPLE("subsample"),
    /** The parameters. */
    PARAMETERS("parameters");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The kind for a reader. */
    public String word() {
      return word;
    }
  }
}
