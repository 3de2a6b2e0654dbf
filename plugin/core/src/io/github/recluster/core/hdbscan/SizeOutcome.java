// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

/**
 * What a smallest cluster size would give, with everything else as in a model.
 *
 * @param minClusterSize the size
 * @param clusters number of clusters
 * @param noise number of rows in none
 */
public record SizeOutcome(int minClusterSize, int clusters, int noise) {}
