// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.number;

import org.knime.node.parameters.validation.BuiltinValidation;

/** A bound of a number. */
public interface NumberInputWidgetValidation extends BuiltinValidation {
  default boolean isExclusive() {
    return false;
  }

  /** A lower bound. */
  abstract class MinValidation implements NumberInputWidgetValidation {
    public MinValidation() {}

    @Override
    public final MinValidationParams getParameters() {
      return new MinValidationParams(getMin(), isExclusive());
    }

    @Override
    public String getErrorMessage() {
      return "The value must be %s %s.".formatted(isExclusive() ? "above" : "at least", getMin());
    }

    protected abstract double getMin();

    record MinValidationParams(double min, boolean isExclusive) {}

    /** At least 0. */
    public static final class IsNonNegativeValidation extends MinValidation {
      public IsNonNegativeValidation() {}

      @Override
      public double getMin() {
        return 0;
      }
    }

    /** At least 1. */
    public static final class IsPositiveIntegerValidation extends MinValidation {
      public IsPositiveIntegerValidation() {}

      @Override
      public double getMin() {
        return 1;
      }
    }

    /** Above 0. */
    public static final class IsPositiveDoubleValidation extends MinValidation {
      public IsPositiveDoubleValidation() {}

      @Override
      public double getMin() {
        return 0;
      }

      @Override
      public boolean isExclusive() {
        return true;
      }
    }
  }

  /** An upper bound. */
  abstract class MaxValidation implements NumberInputWidgetValidation {
    public MaxValidation() {}

    @Override
    public final MaxValidationParams getParameters() {
      return new MaxValidationParams(getMax(), isExclusive());
    }

    @Override
    public String getErrorMessage() {
      return "The value must be %s %s.".formatted(isExclusive() ? "below" : "at most", getMax());
    }

    protected abstract double getMax();

    record MaxValidationParams(Double max, boolean isExclusive) {}
  }
}
