// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import java.awt.Color;

/** The colors of a map's points: by cluster, or by a value as the page colors it. */
final class Shades {
  private static final int GREY = 24;

  private final ScatterChart chart;
  private final int alpha;
  private final Color[] clusters = new Color[GREY + 1];
  private final Range range;

  Shades(ScatterChart chart, int alpha) {
    this.chart = chart;
    this.alpha = alpha;
    this.range =
        chart.colorBy() < 0 ? Range.SHARE : chart.values().get(chart.colorBy()).colorRange();
  }

  /** Whether a point is of no cluster, or has no value. */
  boolean isGrey(int point) {
    return chart.colorBy() >= 0 ? Double.isNaN(value(point)) : cluster(point) < 0;
  }

  Color of(int point) {
    if (chart.colorBy() >= 0 && !isGrey(point)) {
      return Ramp.faded(Ramp.PLACES.at(range.share(value(point))), alpha);
    }
    int cluster = isGrey(point) ? ClusterColors.NOISE : cluster(point);
    int slot = cluster < 0 ? GREY : cluster % GREY;
    if (clusters[slot] == null) {
      clusters[slot] = Ramp.faded(ClusterColors.of(cluster), cluster < 0 ? alpha * 2 / 3 : alpha);
    }
    return clusters[slot];
  }

  private double value(int point) {
    return chart.values().get(chart.colorBy()).numbers()[point];
  }

  private int cluster(int point) {
    return chart.clusters() == null ? 0 : chart.clusters()[point];
  }
}
