// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin;

import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** The bounds of a number that has none but its type's. */
public final class NoBounds {
  private NoBounds() {}

  /** No lower bound. */
  public static final class Min extends MinValidation {
    @Override
    protected double getMin() {
      return Double.NEGATIVE_INFINITY;
    }
  }

  /** No upper bound. */
  public static final class Max extends MaxValidation {
    @Override
    protected double getMax() {
      return Double.POSITIVE_INFINITY;
    }
  }
}
