// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.ovr;

import io.github.recluster.core.boosting.BoostingOptions;
import io.github.recluster.nodes.run.NotSaved;
import io.github.recluster.nodes.run.Preset;
import java.util.List;
import java.util.function.Function;
import org.knime.node.parameters.updates.ParameterReference;
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

  static final class Choice extends Preset.Choice<BoostingPreset>
      implements ParameterReference<BoostingPreset> {
    Choice() {
      super(
          CUSTOM,
          List.of(
              new Rounds(),
              new MaxDepth(),
              new LearningRate(),
              new Subsample(),
              new ColumnSample(),
              new MinChildWeight(),
              new L2(),
              new MinSplitLoss()));
    }
  }

  abstract static class Follower<T> extends Preset.Value<BoostingPreset, T> {
    Follower(Class<? extends ParameterReference<T>> own, Function<BoostingOptions, T> of) {
      super(CUSTOM, Choice.class, own, preset -> of.apply(preset.options));
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
