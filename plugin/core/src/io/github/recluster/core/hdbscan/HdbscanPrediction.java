// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

/**
 * The clusters that new rows belong to.
 *
 * @param labels one a row: the cluster's number, or {@link
 *     io.github.recluster.core.data.Labels#NOISE}
 * @param probabilities one a row: how sure, 0 (noise) to 1 (in the densest part)
 */
@SuppressWarnings("ArrayRecordComponent") // a plain carrier of results, never compared
public record HdbscanPrediction(int[] labels, double[] probabilities) {}
