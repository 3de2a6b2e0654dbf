// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.text;

import org.knime.node.parameters.validation.BuiltinValidation;

/** A condition on a text. */
public interface TextInputWidgetValidation extends BuiltinValidation {
  /** Fits a pattern. */
  abstract class PatternValidation implements TextInputWidgetValidation {
    public PatternValidation() {}

    @Override
    public final PatternValidationParams getParameters() {
      return new PatternValidationParams(getPattern());
    }

    @Override
    public String getErrorMessage() {
      return "The text must fit the pattern %s.".formatted(getPattern());
    }

    protected abstract String getPattern();

    /** Has a character that is not white space. */
    public static final class IsNotBlankValidation extends PatternValidation {
      public IsNotBlankValidation() {}

      @Override
      public String getErrorMessage() {
        return "The text must not be blank.";
      }

      @Override
      public String getPattern() {
        return ".*\\S.*";
      }
    }

    /** Has a character. */
    public static final class IsNotEmptyValidation extends MinLengthValidation {
      public IsNotEmptyValidation() {}

      @Override
      public String getErrorMessage() {
        return "The text must not be empty.";
      }

      @Override
      protected int getMinLength() {
        return 1;
      }
    }
  }

  /** What the dialog gets of a pattern. */
  record PatternValidationParams(String pattern) {}

  /** Is long enough. */
  abstract class MinLengthValidation implements TextInputWidgetValidation {
    public MinLengthValidation() {}

    @Override
    public final MinLengthValidationParams getParameters() {
      return new MinLengthValidationParams(getMinLength());
    }

    @Override
    public String getErrorMessage() {
      return "The text must have at least %d characters.".formatted(getMinLength());
    }

    protected abstract int getMinLength();

    record MinLengthValidationParams(int minLength) {}
  }

  /** Is short enough. */
  abstract class MaxLengthValidation implements TextInputWidgetValidation {
    public MaxLengthValidation() {}

    @Override
    public final MaxLengthValidationParams getParameters() {
      return new MaxLengthValidationParams(getMaxLength());
    }

    @Override
    public String getErrorMessage() {
      return "The text must have at most %d characters.".formatted(getMaxLength());
    }

    protected abstract int getMaxLength();

    record MaxLengthValidationParams(int maxLength) {}
  }
}
