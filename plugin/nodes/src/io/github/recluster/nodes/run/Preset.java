// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.run;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;

/**
 * Values that belong together, filled in at a click: the constants of an enumeration, one of which
 * stands for any other values. A workflow keeps the values alone, see {@link NotSaved}.
 */
public final class Preset {
  private Preset() {}

  /**
   * Which preset it is; when the dialog opens, the one that has the values.
   *
   * @param <P> the presets
   */
  public abstract static class Choice<P extends Enum<P>> implements StateProvider<P> {
    private final P custom;
    private final List<Value<P, ?>> values;
    private List<? extends Supplier<?>> now;

    /**
     * Describes the presets.
     *
     * @param custom the one that stands for any other values
     * @param values all that they fill in
     */
    protected Choice(P custom, List<Value<P, ?>> values) {
      this.custom = custom;
      this.values = values;
    }

    @Override
    public final void init(StateProviderInitializer initializer) {
      initializer.computeBeforeOpenDialog();
      now = values.stream().map(value -> initializer.getValueSupplier(value.own)).toList();
    }

    @Override
    public final P computeState(NodeParametersInput context) {
      List<?> wanted = now.stream().map(Supplier::get).toList();
      return Arrays.stream(custom.getDeclaringClass().getEnumConstants())
          .filter(p -> p != custom)
          .filter(p -> values.stream().map(value -> value.of.apply(p)).toList().equals(wanted))
          .findFirst()
          .orElse(custom);
    }
  }

  /**
   * A value that follows the preset.
   *
   * @param <P> the presets
   * @param <T> what the value is
   */
  public abstract static class Value<P, T> implements StateProvider<T> {
    private final P custom;
    private final Class<? extends ParameterReference<P>> choice;
    private final Class<? extends ParameterReference<T>> own;
    private final Function<P, ? extends T> of;
    private Supplier<P> preset;
    private Supplier<T> now;

    /**
     * Describes the value.
     *
     * @param custom the preset that leaves the value as it is
     * @param choice stands for the preset
     * @param own stands for the value
     * @param of the value of each other preset
     */
    protected Value(
        P custom,
        Class<? extends ParameterReference<P>> choice,
        Class<? extends ParameterReference<T>> own,
        Function<P, ? extends T> of) {
      this.custom = custom;
      this.choice = choice;
      this.own = own;
      this.of = of;
    }

    @Override
    public final void init(StateProviderInitializer initializer) {
      preset = initializer.computeFromValueSupplier(choice);
      now = initializer.getValueSupplier(own);
    }

    @Override
    public final T computeState(NodeParametersInput context) {
      return preset.get() == custom ? now.get() : of.apply(preset.get());
    }
  }
}
