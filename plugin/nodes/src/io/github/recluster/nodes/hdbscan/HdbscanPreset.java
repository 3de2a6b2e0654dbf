// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.hdbscan;

import io.github.recluster.core.hdbscan.HdbscanOptions;
import io.github.recluster.nodes.run.NotSaved;
import java.util.Arrays;
import java.util.function.Supplier;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.choices.Label;

/** Values that belong together, filled in at a click; a workflow keeps the values alone. */
enum HdbscanPreset {
  @Label(
      value = "Steady",
      description =
          "Minimum cluster size 30, minimum samples 5: this node's own values, with which clusters"
              + " hang least on the seed of an embedding.")
  STEADY(HdbscanOptions.DEFAULTS.minClusterSize(), HdbscanOptions.DEFAULTS.minSamples()),
  @Label(
      value = "Walk-through",
      description =
          "Minimum cluster size 10, minimum samples 9: the values of the walk-through of this method"
              + " in Python, which counts the row itself and calls it 10.")
  WALK_THROUGH(10, 9),
  @Label(
      value = "hdbscan",
      description = "Minimum cluster size 5, minimum samples 5: the defaults of hdbscan.")
  HDBSCAN(5, 5),
  @Label(value = "Custom", description = "The values below, as they are.")
  CUSTOM(0, 0);

  private final int minClusterSize;
  private final int minSamples;

  HdbscanPreset(int minClusterSize, int minSamples) {
    this.minClusterSize = minClusterSize;
    this.minSamples = minSamples;
  }

  private static HdbscanPreset of(int minClusterSize, int minSamples) {
    return Arrays.stream(values())
        .filter(p -> p.minClusterSize == minClusterSize && p.minSamples == minSamples)
        .findFirst()
        .orElse(CUSTOM);
  }

  static final class Saved extends NotSaved<HdbscanPreset> {
    Saved() {
      super(CUSTOM);
    }
  }

  /** The preset; when the dialog opens, the one that has the values. */
  static final class Choice
      implements StateProvider<HdbscanPreset>, ParameterReference<HdbscanPreset> {
    private Supplier<Integer> minClusterSize;
    private Supplier<Integer> minSamples;

    @Override
    public void init(StateProviderInitializer initializer) {
      initializer.computeBeforeOpenDialog();
      minClusterSize = initializer.getValueSupplier(MinClusterSize.class);
      minSamples = initializer.getValueSupplier(MinSamples.class);
    }

    @Override
    public HdbscanPreset computeState(NodeParametersInput context) {
      return of(minClusterSize.get(), minSamples.get());
    }
  }

  /** The minimum cluster size; it follows the preset. */
  static final class MinClusterSize implements StateProvider<Integer>, ParameterReference<Integer> {
    private Supplier<HdbscanPreset> preset;
    private Supplier<Integer> now;

    @Override
    public void init(StateProviderInitializer initializer) {
      preset = initializer.computeFromValueSupplier(Choice.class);
      now = initializer.getValueSupplier(MinClusterSize.class);
    }

    @Override
    public Integer computeState(NodeParametersInput context) {
      return preset.get() == CUSTOM ? now.get() : Integer.valueOf(preset.get().minClusterSize);
    }
  }

  /** The minimum samples; they follow the preset. */
  static final class MinSamples implements StateProvider<Integer>, ParameterReference<Integer> {
    private Supplier<HdbscanPreset> preset;
    private Supplier<Integer> now;

    @Override
    public void init(StateProviderInitializer initializer) {
      preset = initializer.computeFromValueSupplier(Choice.class);
      now = initializer.getValueSupplier(MinSamples.class);
    }

    @Override
    public Integer computeState(NodeParametersInput context) {
      return preset.get() == CUSTOM ? now.get() : Integer.valueOf(preset.get().minSamples);
    }
  }
}
