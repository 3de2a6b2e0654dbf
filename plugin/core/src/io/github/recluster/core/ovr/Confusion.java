// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.ovr;

import java.util.List;

/**
 * Which cluster's rows are taken for which cluster's, on rows that the classifiers have not seen.
 *
 * @param labels the clusters, in the order of the model
 * @param counts {@code counts[a][b]} rows of cluster {@code a} whose winner is {@code b}; the last
 *     row counts the rows of no such cluster, the last column the rows that no classifier claims
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record Confusion(List<String> labels, int[][] counts) {}
