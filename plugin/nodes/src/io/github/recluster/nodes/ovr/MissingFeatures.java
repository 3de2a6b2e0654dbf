// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.ovr;

import org.knime.node.parameters.widget.choices.Label;

/** What the classifiers do about a missing feature, NaN or infinity. */
enum MissingFeatures {
  /** As XGBoost does. */
  @Label(
      value = "Use",
      description =
          "The row is used: at each split, the trees learn on which side rows without a value"
              + " belong (XGBoost's own way).")
  NATIVE,
  /** Leave it out and say how many. */
  @Label(
      value = "Skip row",
      description = "The row is left out of the training, and a warning says how many were.")
  SKIP,
  /** Stop. */
  @Label(
      value = "Fail",
      description = "The node fails and names the first such row and its column.")
  FAIL
}
