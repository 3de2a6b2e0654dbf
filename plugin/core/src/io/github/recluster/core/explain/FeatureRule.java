// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.explain;

/**
 * Values of one feature that a cluster's rows have and other rows lack.
 *
 * @param from the smallest of these values; minus infinity if there is none, NaN if the feature is
 *     missing in these rows; of a nominal feature the category's number
 * @param below where these values end, not one of them; infinity if they don't, NaN if the feature
 *     is missing in these rows
 * @param single whether it is one value, {@code from}: a category, or the only whole number of
 *     these where all values are whole
 * @param inside the share of the cluster's rows that have such a value
 * @param outside the share of all other rows
 */
public record FeatureRule(
    int feature, double from, double below, boolean single, double inside, double outside) {

  /** Whether it is the missing value that tells the cluster. */
  public boolean isMissing() {
    return Double.isNaN(from);
  }

  /** Whether a row with such a value keeps the rule; compared in float32, as the trees do. */
  public boolean holds(double value) {
    float v = (float) value;
    return isMissing() ? Float.isNaN(v) : v >= from && v < below;
  }
}
