// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.filter.ColumnFilterWidget;
import org.knime.node.parameters.widget.message.TextMessage;

/**
 * What a dialog would stumble over: an option without a title or a description, a condition over a
 * value that nobody provides, a default outside its own bounds, a column filter without columns.
 */
public final class ParametersCheck {
  private final List<String> problems = new ArrayList<>();
  private final Map<Class<?>, Object> values = new HashMap<>();
  private final Set<String> titles = new HashSet<>();

  private ParametersCheck() {}

  /** The problems of a parameters class, one a line; none is good. */
  public static List<String> problems(Class<? extends NodeParameters> parameters) {
    ParametersCheck check = new ParametersCheck();
    NodeParameters defaults = ParametersFields.create(parameters);
    check.collectValues(defaults);
    check.group(defaults);
    return check.problems;
  }

  private void collectValues(Object group) {
    for (Field field : ParametersFields.of(group.getClass())) {
      Object value = ParametersFields.get(field, group);
      ValueReference reference = field.getAnnotation(ValueReference.class);
      if (reference != null && values.put(reference.value(), value) != null) {
        problem(field, "shares its reference with another");
      }
      if (value instanceof WidgetGroup inner) {
        collectValues(inner);
      }
    }
  }

  private void group(Object group) {
    for (Field field : ParametersFields.of(group.getClass())) {
      Object value = ParametersFields.get(field, group);
      effect(field);
      if (value instanceof WidgetGroup inner) {
        group(inner);
      } else if (!field.isAnnotationPresent(TextMessage.class)) {
        option(field, value);
      }
    }
  }

  private void option(Field field, Object value) {
    words(field);
    if (value == null) {
      problem(field, "has no default");
    } else {
      Bounds.problem(field, value).ifPresent(problem -> problem(field, problem));
    }
    if (ParametersFields.isOptional(field) && !field.isAnnotationPresent(OptionalWidget.class)) {
      problem(field, "is optional without @OptionalWidget");
    }
    if (field.getType() == ColumnFilter.class
        && !field.isAnnotationPresent(ChoicesProvider.class)
        && !field.isAnnotationPresent(ColumnFilterWidget.class)) {
      problem(field, "has no columns to choose from");
    }
    if (value instanceof Enum<?> constant) {
      labels(field, constant);
    }
  }

  private void words(Field field) {
    Widget widget = field.getAnnotation(Widget.class);
    if (widget == null) {
      problem(field, "has no @Widget");
    } else if (widget.title().isBlank()) {
      problem(field, "has no title");
    } else if (widget.description().isBlank()) {
      problem(field, "has no description");
    } else if (!titles.add(widget.title())) {
      problem(field, "shares its title with another");
    }
  }

  private void labels(Field field, Enum<?> example) {
    for (Enum<?> constant : example.getDeclaringClass().getEnumConstants()) {
      if (Labels.label(constant) == null || Labels.label(constant).value().isBlank()) {
        problem(field, "has a choice without @Label: " + constant.name());
      }
    }
  }

  private void effect(Field field) {
    Effect effect = field.getAnnotation(Effect.class);
    if (effect == null) {
      return;
    }
    try {
      Predicates.holds(
          ParametersFields.create(effect.predicate()).init(new PredicateValues(values)));
    } catch (RuntimeException e) {
      problem(field, "has a condition that fails: " + e.getMessage());
    }
  }

  private void problem(Field field, String problem) {
    problems.add(
        "%s.%s %s".formatted(field.getDeclaringClass().getSimpleName(), field.getName(), problem));
  }
}
