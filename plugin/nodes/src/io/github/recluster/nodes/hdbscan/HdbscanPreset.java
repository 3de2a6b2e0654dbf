// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.hdbscan;

import io.github.recluster.core.hdbscan.HdbscanOptions;
import io.github.recluster.nodes.run.NotSaved;
import io.github.recluster.nodes.run.Preset;
import java.util.List;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.widget.choices.Label;

/** Values that belong together, filled in at a click; a workflow keeps the values alone. */
enum HdbscanPreset {
  @Label(
      value = "Steady",
      description =
          "Minimum cluster size 30, minimum samples 5: this node's own values, whose clusters"
              + " depend least on the seed of an embedding.")
  STEADY(HdbscanOptions.DEFAULTS.minClusterSize(), HdbscanOptions.DEFAULTS.minSamples()),
  @Label(
      value = "Small clusters",
      description =
          "Minimum cluster size 10, minimum samples 9: what scikit-learn does with"
              + " min_cluster_size=10, and so do published Python walk-throughs of the method. It"
              + " counts the row itself, and so has 10 samples.")
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

  static final class Saved extends NotSaved<HdbscanPreset> {
    Saved() {
      super(CUSTOM);
    }
  }

  static final class Choice extends Preset.Choice<HdbscanPreset>
      implements ParameterReference<HdbscanPreset> {
    Choice() {
      super(CUSTOM, List.of(new MinClusterSize(), new MinSamples()));
    }
  }

  static final class MinClusterSize extends Preset.Value<HdbscanPreset, Integer>
      implements ParameterReference<Integer> {
    MinClusterSize() {
      super(CUSTOM, Choice.class, MinClusterSize.class, preset -> preset.minClusterSize);
    }
  }

  static final class MinSamples extends Preset.Value<HdbscanPreset, Integer>
      implements ParameterReference<Integer> {
    MinSamples() {
      super(CUSTOM, Choice.class, MinSamples.class, preset -> preset.minSamples);
    }
  }
}
