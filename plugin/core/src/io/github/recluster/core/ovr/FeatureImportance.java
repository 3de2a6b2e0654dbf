// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.ovr;

/**
 * How much one cluster's classifier uses one feature.
 *
 * @param cluster the cluster's name
 * @param feature the feature's name
 * @param weight number of splits
 * @param gain mean gain of its splits
 * @param cover mean cover of its splits
 * @param totalGain sum of the gain of its splits
 * @param totalCover sum of the cover of its splits
 * @param permutation how much the average precision falls when the feature is shuffled, on rows
 *     that the classifier has not seen if any were held out; NaN if not asked for
 */
public record FeatureImportance(
    String cluster,
    String feature,
    double weight,
    double gain,
    double cover,
    double totalGain,
    double totalCover,
    double permutation) {}
