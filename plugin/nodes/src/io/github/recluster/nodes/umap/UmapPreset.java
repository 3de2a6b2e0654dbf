// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.umap;

import io.github.recluster.core.umap.UmapOptions;
import io.github.recluster.nodes.run.NotSaved;
import java.util.Arrays;
import java.util.function.Supplier;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.choices.Label;

/** Values that belong together, filled in at a click; a workflow keeps the values alone. */
enum UmapPreset {
  @Label(
      value = "Steady",
      description =
          "10 neighbors, minimum distance 0: this node's own values, with which clusters hang least"
              + " on the seed.")
  STEADY(UmapOptions.DEFAULTS.neighbors(), UmapOptions.DEFAULTS.minDist()),
  @Label(
      value = "Walk-through",
      description =
          "10 neighbors, minimum distance 0.1: the values of the walk-through of this method in"
              + " Python. Clusters found in such a map hang much on the seed.")
  WALK_THROUGH(10, 0.1),
  @Label(
      value = "umap-learn",
      description = "15 neighbors, minimum distance 0.1: the defaults of umap-learn.")
  UMAP_LEARN(15, 0.1),
  @Label(value = "Custom", description = "The values below, as they are.")
  CUSTOM(0, 0);

  private final int neighbors;
  private final double minDist;

  UmapPreset(int neighbors, double minDist) {
    this.neighbors = neighbors;
    this.minDist = minDist;
  }

  private static UmapPreset of(int neighbors, double minDist) {
    return Arrays.stream(values())
        .filter(p -> p.neighbors == neighbors && p.minDist == minDist)
        .findFirst()
        .orElse(CUSTOM);
  }

  static final class Saved extends NotSaved<UmapPreset> {
    Saved() {
      super(CUSTOM);
    }
  }

  /** The preset; when the dialog opens, the one that has the values. */
  static final class Choice implements StateProvider<UmapPreset>, ParameterReference<UmapPreset> {
    private Supplier<Integer> neighbors;
    private Supplier<Double> minDist;

    @Override
    public void init(StateProviderInitializer initializer) {
      initializer.computeBeforeOpenDialog();
      neighbors = initializer.getValueSupplier(Neighbors.class);
      minDist = initializer.getValueSupplier(MinDist.class);
    }

    @Override
    public UmapPreset computeState(NodeParametersInput context) {
      return of(neighbors.get(), minDist.get());
    }
  }

  /** The number of neighbors; it follows the preset. */
  static final class Neighbors implements StateProvider<Integer>, ParameterReference<Integer> {
    private Supplier<UmapPreset> preset;
    private Supplier<Integer> now;

    @Override
    public void init(StateProviderInitializer initializer) {
      preset = initializer.computeFromValueSupplier(Choice.class);
      now = initializer.getValueSupplier(Neighbors.class);
    }

    @Override
    public Integer computeState(NodeParametersInput context) {
      return preset.get() == CUSTOM ? now.get() : Integer.valueOf(preset.get().neighbors);
    }
  }

  /** The minimum distance; it follows the preset. */
  static final class MinDist implements StateProvider<Double>, ParameterReference<Double> {
    private Supplier<UmapPreset> preset;
    private Supplier<Double> now;

    @Override
    public void init(StateProviderInitializer initializer) {
      preset = initializer.computeFromValueSupplier(Choice.class);
      now = initializer.getValueSupplier(MinDist.class);
    }

    @Override
    public Double computeState(NodeParametersInput context) {
      return preset.get() == CUSTOM ? now.get() : Double.valueOf(preset.get().minDist);
    }
  }
}
