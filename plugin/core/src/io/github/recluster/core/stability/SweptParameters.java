// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.stability;

/**
 * How steady the runs are that have these parameters.
 *
 * @param neighbors of the graph
 * @param minClusterSize of the clusters
 * @param agreementMedian median adjusted Rand index of the pairs of runs
 * @param agreementWorst worst adjusted Rand index of the pairs of runs
 * @param clusters that the median run found
 * @param trivial whether most runs say little: no cluster, a single one, or an island and the rest
 */
public record SweptParameters(
    int neighbors,
    int minClusterSize,
    double agreementMedian,
    double agreementWorst,
    int clusters,
    boolean trivial) {}
