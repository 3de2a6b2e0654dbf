// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.WidgetGroup;

/** The titles and descriptions of a parameters class, in the order of its fields. */
public final class ParametersTexts {
  private ParametersTexts() {}

  /** One for each field with a widget, those of groups in their place. */
  public static List<Option> of(Class<?> parameters) {
    List<Option> options = new ArrayList<>();
    for (Field field : ParametersFields.of(parameters)) {
      Widget widget = field.getAnnotation(Widget.class);
      if (widget != null) {
        options.add(new Option(widget.title(), widget.description() + constants(choice(field))));
      }
      if (WidgetGroup.class.isAssignableFrom(field.getType())) {
        options.addAll(of(field.getType()));
      } else if (ParametersFields.isListOfGroups(field)) {
        options.addAll(of(ParametersFields.content(field)));
      }
    }
    return options;
  }

  private static Class<?> choice(Field field) {
    return ParametersFields.isOptional(field) ? ParametersFields.content(field) : field.getType();
  }

  private static String constants(Class<?> type) {
    StringBuilder list = new StringBuilder();
    if (type.isEnum()) {
      for (Object constant : type.getEnumConstants()) {
        String description = Labels.description((Enum<?>) constant);
        if (!description.isEmpty()) {
          list.append("<li><b>").append(Labels.title((Enum<?>) constant)).append("</b>: ");
          list.append(description).append("</li>");
        }
      }
    }
    return list.isEmpty() ? "" : "<ul>" + list + "</ul>";
  }

  /** What a reader learns of a field. */
  public record Option(String title, String description) {}
}
