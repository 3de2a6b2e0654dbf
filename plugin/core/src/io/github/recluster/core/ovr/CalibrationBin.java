// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.ovr;

/**
 * One step of a reliability curve: of the rows that a cluster's classifier, not having seen them,
 * gives about this probability, so many are in the cluster. With balanced weights probabilities are
 * larger than shares; this table says by how much.
 *
 * @param cluster the cluster's name
 * @param from least probability of the bin
 * @param to below this probability (the last bin: up to it)
 * @param rows number of rows in the bin
 * @param meanProbability mean of their probabilities; NaN if there are none
 * @param observedShare share of them that is in the cluster; NaN if there are none
 */
public record CalibrationBin(
    String cluster,
    double from,
    double to,
    int rows,
    double meanProbability,
    double observedShare) {}
