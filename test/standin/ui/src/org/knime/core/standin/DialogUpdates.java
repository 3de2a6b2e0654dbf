// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin;

import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.knime.core.webui.node.dialog.defaultdialog.util.updates.StateComputationFailureException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.ButtonReference;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.ValueProvider;
import org.knime.node.parameters.updates.ValueReference;

/**
 * An open dialog, as far as options that follow others go: a value that changes starts the
 * computations that hang on it, whether it is another value or not, and theirs start the next.
 */
public final class DialogUpdates {
  private static final int ENDLESS = 100;

  private final NodeParameters parameters;

  private DialogUpdates(NodeParameters parameters) {
    this.parameters = parameters;
  }

  /** Opens a dialog over the parameters, which change with it. */
  public static DialogUpdates open(NodeParameters parameters) {
    DialogUpdates dialog = new DialogUpdates(parameters);
    dialog.update(null);
    return dialog;
  }

  /** What the user does: sets an option of the outermost group. */
  public void set(String option, Object value) {
    Field field = field(option);
    ParametersFields.set(field, parameters, value);
    update(field);
  }

  /** What an option shows. */
  public Object get(String option) {
    return ParametersFields.get(field(option), parameters);
  }

  private Field field(String option) {
    return ParametersFields.of(parameters.getClass()).stream()
        .filter(field -> field.getName().equals(option))
        .findAny()
        .orElseThrow(() -> new IllegalArgumentException("no option is called " + option));
  }

  private void update(Field first) {
    Deque<Set<Class<?>>> changes = new ArrayDeque<>();
    changes.add(first == null ? Set.of(Opening.class) : reference(first));
    for (int round = 0; !changes.isEmpty(); round++) {
      if (round == ENDLESS) {
        throw new IllegalStateException("options follow one another without end");
      }
      Set<Class<?>> changed = changes.poll();
      for (Field field : ParametersFields.of(parameters.getClass())) {
        ValueProvider by = field.getAnnotation(ValueProvider.class);
        if (by != null && compute(field, by, changed)) {
          changes.add(reference(field));
        }
      }
    }
  }

  private boolean compute(Field field, ValueProvider by, Set<Class<?>> changed) {
    StateProvider<?> provider = ParametersFields.create(by.value());
    Needs needs = new Needs();
    provider.init(needs);
    if (needs.triggers.stream().noneMatch(changed::contains)) {
      return false;
    }
    try {
      ParametersFields.set(field, parameters, provider.computeState(new ParametersInput()));
      return true;
    } catch (StateComputationFailureException e) {
      return false; // the value stays
    }
  }

  private static Set<Class<?>> reference(Field field) {
    ValueReference name = field.getAnnotation(ValueReference.class);
    return name == null ? Set.of() : Set.of(name.value());
  }

  /** Stands for the moment in which the dialog opens. */
  private interface Opening {}

  private final class Needs implements StateProvider.StateProviderInitializer {
    private final Set<Class<?>> triggers = new HashSet<>();

    @Override
    public NodeParametersInput getNodeParametersInput() {
      return new ParametersInput();
    }

    @Override
    public <T> Supplier<T> computeFromValueSupplier(
        Class<? extends ParameterReference<T>> reference) {
      triggers.add(reference);
      return getValueSupplier(reference);
    }

    @Override
    @SuppressWarnings("unchecked") // a reference says of what type its option is
    public <T> Supplier<T> getValueSupplier(Class<? extends ParameterReference<T>> reference) {
      Field named =
          ParametersFields.of(parameters.getClass()).stream()
              .filter(field -> reference(field).contains(reference))
              .findAny()
              .orElseThrow(() -> new IllegalArgumentException("no option is named " + reference));
      return () -> (T) ParametersFields.get(named, parameters);
    }

    @Override
    public <T> void computeOnValueChange(Class<? extends ParameterReference<T>> reference) {
      triggers.add(reference);
    }

    @Override
    public <T> Supplier<T> computeFromProvidedState(
        Class<? extends StateProvider<T>> stateProviderClass) {
      throw new UnsupportedOperationException("values of other providers are not passed on");
    }

    @Override
    public void computeOnButtonClick(Class<? extends ButtonReference> reference) {}

    @Override
    public void computeBeforeOpenDialog() {
      triggers.add(Opening.class);
    }

    @Override
    public void computeAfterOpenDialog() {
      triggers.add(Opening.class);
    }
  }
}
