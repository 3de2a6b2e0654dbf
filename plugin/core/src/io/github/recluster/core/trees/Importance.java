// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.trees;

/** The ways in which XGBoost counts how much an ensemble uses a feature. */
public enum Importance {
  /** Number of splits on the feature. */
  WEIGHT,
  /** Mean gain of its splits. */
  GAIN,
  /** Mean cover of its splits. */
  COVER,
  /** Sum of the gain of its splits. */
  TOTAL_GAIN,
  /** Sum of the cover of its splits. */
  TOTAL_COVER
}
