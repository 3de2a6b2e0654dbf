// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.ovr;

/**
 * A cluster that got no classifier.
 *
 * @param cluster its name
 * @param size its number of rows
 * @param reason why, in words
 */
public record SkippedCluster(String cluster, int size, String reason) {}
