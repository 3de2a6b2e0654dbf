// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin;

import java.lang.reflect.Field;
import java.util.Optional;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** The bounds of a number field. */
public final class Bounds {
  private Bounds() {}

  /** What is wrong with a value, if anything. */
  public static Optional<String> problem(Field field, Object value) {
    NumberInputWidget widget = field.getAnnotation(NumberInputWidget.class);
    Object content = value instanceof Optional<?> optional ? optional.orElse(null) : value;
    if (widget == null || content == null) {
      return Optional.empty();
    }
    if (!(content instanceof Number number)) {
      return Optional.of("has bounds but is no number");
    }
    MinValidation min = ParametersFields.create(widget.minValidation());
    MaxValidation max = ParametersFields.create(widget.maxValidation());
    double x = number.doubleValue();
    double low = bound(min, "min");
    double high = bound(max, "max");
    if (x < low || (x == low && min.isExclusive())) {
      return Optional.of("is out of bounds: " + min.getErrorMessage());
    }
    if (x > high || (x == high && max.isExclusive())) {
      return Optional.of("is out of bounds: " + max.getErrorMessage());
    }
    return Optional.empty();
  }

  private static double bound(NumberInputWidgetValidation validation, String name) {
    Object parameters = validation.getParameters(); // a record that only its package sees
    return ((Number) Json.components((Record) parameters).get(name)).doubleValue();
  }
}
