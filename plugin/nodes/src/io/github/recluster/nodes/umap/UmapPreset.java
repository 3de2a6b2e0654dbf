// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.umap;

import io.github.recluster.core.umap.UmapOptions;
import io.github.recluster.nodes.run.NotSaved;
import io.github.recluster.nodes.run.Preset;
import java.util.List;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.widget.choices.Label;

/** Values that belong together, filled in at a click; a workflow keeps the values alone. */
enum UmapPreset {
  @Label(
      value = "Steady",
      description =
          "10 neighbors, minimum distance 0: this node's own values, whose clusters depend least"
              + " on the seed.")
  STEADY(UmapOptions.DEFAULTS.neighbors(), UmapOptions.DEFAULTS.minDist()),
  @Label(
      value = "For the eye",
      description =
          "10 neighbors, minimum distance 0.1: islands of points that lie apart, good to look at."
              + " Published Python walk-throughs of the method take these. Clusters found in such a map"
              + " depend much on the seed.")
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

  static final class Saved extends NotSaved<UmapPreset> {
    Saved() {
      super(CUSTOM);
    }
  }

  static final class Choice extends Preset.Choice<UmapPreset>
      implements ParameterReference<UmapPreset> {
    Choice() {
      super(CUSTOM, List.of(new Neighbors(), new MinDist()));
    }
  }

  static final class Neighbors extends Preset.Value<UmapPreset, Integer>
      implements ParameterReference<Integer> {
    Neighbors() {
      super(CUSTOM, Choice.class, Neighbors.class, preset -> preset.neighbors);
    }
  }

  static final class MinDist extends Preset.Value<UmapPreset, Double>
      implements ParameterReference<Double> {
    MinDist() {
      super(CUSTOM, Choice.class, MinDist.class, preset -> preset.minDist);
    }
  }
}
