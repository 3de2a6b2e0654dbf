// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** A fuzzy interval. */
public interface FuzzyIntervalValue extends DataValue {
  double getMinSupport();

  double getMinCore();

  double getMaxCore();

  double getMaxSupport();

  double getCenterOfGravity();
}
