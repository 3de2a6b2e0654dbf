// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.stability;

/**
 * How a cluster of the consensus fares in the runs. Its Jaccard in a run: rows common to it and the
 * run's most alike cluster, divided by rows in either; rows that the run did not see count nowhere.
 *
 * @param label its number, by falling size
 * @param size its rows
 * @param share its rows, of all rows
 * @param jaccardMean over all runs
 * @param jaccardWorst over all runs
 * @param jaccardSeeds mean over the runs on all rows
 * @param jaccardSubsamples mean over the runs on half of the rows; NaN without any
 * @param verdict the means in words
 * @param exemplar the row most at one with the others of its cluster
 */
public record StableCluster(
    int label,
    int size,
    double share,
    double jaccardMean,
    double jaccardWorst,
    double jaccardSeeds,
    double jaccardSubsamples,
    Verdict verdict,
    int exemplar) {}
