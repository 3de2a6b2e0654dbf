// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

/**
 * What is known of one cluster.
 *
 * @param label the cluster's number, 0 for the largest
 * @param size number of rows
 * @param share of all rows, noise counted, 0 to 1
 * @param stability excess of mass: sum over the rows of (lambda at which the row leaves − lambda at
 *     which the cluster is born); for lambda to be finite, the distance 0 of a pile of equal rows
 *     counts as half the smallest other distance
 * @param persistence stability of one row relative to the largest lambda of all, 0 to 1 (Python's
 *     {@code cluster_persistence_}, which is 1 for all clusters where there is such a pile)
 * @param exemplar a row in the middle of the densest part, counted from 0
 * @param meanProbability mean membership probability of the rows
 * @param dbcv the cluster's part of the density-based validity index, −1 to 1; NaN where there is
 *     no other cluster. On large tables from a sample of rows.
 * @param silhouette mean silhouette of the rows, noise left out, −1 to 1; NaN where there is no
 *     other cluster. On large tables from a sample of rows.
 */
public record ClusterSummary(
    int label,
    int size,
    double share,
    double stability,
    double persistence,
    int exemplar,
    double meanProbability,
    double dbcv,
    double silhouette) {}
