// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.stability;

/**
 * One run.
 *
 * @param seed of its layout
 * @param subsample whether it saw four fifths of the rows only
 * @param rows that it saw
 * @param clusters that it found
 * @param noiseShare rows in none of them, of the rows that it saw
 * @param agreement its adjusted Rand index with the consensus, over the rows that it saw
 */
public record StabilityRun(
    long seed, boolean subsample, int rows, int clusters, double noiseShare, double agreement) {}
