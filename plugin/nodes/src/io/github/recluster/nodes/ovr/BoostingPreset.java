// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.ovr;

import io.github.recluster.core.boosting.BoostingOptions;
import io.github.recluster.nodes.run.NotSaved;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.choices.Label;

/** Values that belong together, filled in at a click; a workflow keeps the values alone. */
enum BoostingPreset {
  @Label(
      value = "Standard",
      description = "100 trees of depth 4 in small steps: this node's own values.")
  STANDARD(BoostingOptions.DEFAULTS),
  @Label(
      value = "Small data",
      description =
          "For clusters of few rows: 60 trees of depth 2 on samples of rows and columns, at least a"
              + " weight of 3 in a leaf, and leaf values shrunk hard.")
  SMALL_DATA(BoostingOptions.SMALL_DATA),
  @Label(value = "Two trees", description = "Two trees of depth 2, small enough to be read.")
  TWO_TREES(BoostingOptions.TWO_TREES),
  @Label(value = "Custom", description = "The values below, as they are.")
  CUSTOM(null);

  private final BoostingOptions options; // null for custom

  BoostingPreset(BoostingOptions options) {
    this.options = options;
  }

  static final class Saved extends NotSaved<BoostingPreset> {
    Saved() {
      super(CUSTOM);
    }
  }

  /** The preset; when the dialog opens, the one that has the values. */
  static final class Choice
      implements StateProvider<BoostingPreset>, ParameterReference<BoostingPreset> {
    private static final List<Follower<?>> FOLLOWERS =
        List.of(
            new Rounds(),
            new MaxDepth(),
            new LearningRate(),
            new Subsample(),
            new ColumnSample(),
            new MinChildWeight(),
            new L2(),
            new MinSplitLoss());

    private List<? extends Supplier<?>> values;

    @Override
    public void init(StateProviderInitializer initializer) {
      initializer.computeBeforeOpenDialog();
      values = FOLLOWERS.stream().map(f -> initializer.getValueSupplier(f.own)).toList();
    }

    @Override
    public BoostingPreset computeState(NodeParametersInput context) {
      List<?> now = values.stream().map(Supplier::get).toList();
      return Arrays.stream(BoostingPreset.values())
          .filter(p -> p != CUSTOM && valuesOf(p.options).equals(now))
          .findFirst()
          .orElse(CUSTOM);
    }

    private static List<?> valuesOf(BoostingOptions options) {
      return FOLLOWERS.stream().map(f -> f.of.apply(options)).toList();
    }
  }

  /** A value that follows the preset. */
  abstract static class Follower<T> implements StateProvider<T> {
    private final Class<? extends ParameterReference<T>> own;
    private final Function<BoostingOptions, T> of;
    private Supplier<BoostingPreset> preset;
    private Supplier<T> now;

    Follower(Class<? extends ParameterReference<T>> own, Function<BoostingOptions, T> of) {
      this.own = own;
      this.of = of;
    }

    @Override
    public final void init(StateProviderInitializer initializer) {
      preset = initializer.computeFromValueSupplier(Choice.class);
      now = initializer.getValueSupplier(own);
    }

    @Override
    public final T computeState(NodeParametersInput context) {
      return preset.get() == CUSTOM ? now.get() : of.apply(preset.get().options);
    }
  }

  static final class Rounds extends Follower<Integer> implements ParameterReference<Integer> {
    Rounds() {
      super(Rounds.class, BoostingOptions::rounds);
    }
  }

  static final class MaxDepth extends Follower<Integer> implements ParameterReference<Integer> {
    MaxDepth() {
      super(MaxDepth.class, BoostingOptions::maxDepth);
    }
  }

  static final class LearningRate extends Follower<Double> implements ParameterReference<Double> {
    LearningRate() {
      super(LearningRate.class, BoostingOptions::learningRate);
    }
  }

  static final class Subsample extends Follower<Double> implements ParameterReference<Double> {
    Subsample() {
      super(Subsample.class, BoostingOptions::subsample);
    }
  }

  static final class ColumnSample extends Follower<Double> implements ParameterReference<Double> {
    ColumnSample() {
      super(ColumnSample.class, BoostingOptions::columnSample);
    }
  }

  static final class MinChildWeight extends Follower<Double> implements ParameterReference<Double> {
    MinChildWeight() {
      super(MinChildWeight.class, BoostingOptions::minChildWeight);
    }
  }

  static final class L2 extends Follower<Double> implements ParameterReference<Double> {
    L2() {
      super(L2.class, BoostingOptions::l2);
    }
  }

  static final class MinSplitLoss extends Follower<Double> implements ParameterReference<Double> {
    MinSplitLoss() {
      super(MinSplitLoss.class, BoostingOptions::minSplitLoss);
    }
  }
}
