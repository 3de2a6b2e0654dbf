// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.scaling;

/** How a column of numbers is brought to a common scale. */
public enum ScalingMethod {
  /** Mean 0, standard deviation 1 (of the population: divided by n). */
  STANDARD("standard"),
  /** Least value 0, greatest value 1. */
  MIN_MAX("minmax"),
  /** Median 0, distance between the quartiles 1: extreme values pull at neither. */
  ROBUST("robust"),
  /** Ranks, bent into the standard normal distribution: only the order of values counts. */
  QUANTILE("quantile");

  private final String label;

  ScalingMethod(String label) {
    this.label = label;
  }

  /** The method's name in options and reports. */
  public String label() {
    return label;
  }

  /**
   * The method of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static ScalingMethod of(String label) {
    for (ScalingMethod method : values()) {
      if (method.label.equals(label)) {
        return method;
      }
    }
    throw new IllegalArgumentException(
        "method must be standard, minmax, robust or quantile, got " + label);
  }
}
