// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.umap;

import io.github.recluster.core.data.FeatureTable;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.neighbors.Metric;
import io.github.recluster.core.umap.SettingsComparison;
import io.github.recluster.core.umap.SettingsComparison.Compared;
import io.github.recluster.core.umap.UmapOptions;
import io.github.recluster.nodes.chart.MapsChart;
import io.github.recluster.nodes.chart.PointValues;
import io.github.recluster.nodes.view.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Small maps made with other settings, beside the one that was asked for. */
final class ComparedSettings {
  private static final Set<Metric> PLAIN = Set.of(Metric.COSINE, Metric.CORRELATION, Metric.MIXED);

  private ComparedSettings() {}

  /**
   * The chart.
   *
   * @param rows number of rows of the whole table
   * @param raw the raw columns, of those rows
   */
  static MapsChart chart(SettingsComparison comparison, int rows, FeatureTable raw) {
    List<MapsChart.Panel> panels = new ArrayList<>();
    PointValues own = null;
    for (Compared map : comparison.maps()) {
      boolean asked = map.options().equals(comparison.asked());
      MapsChart.Panel panel =
          new MapsChart.Panel(
              name(map.options(), comparison.asked()),
              note(map),
              column(map.places(), 0),
              column(map.places(), 1),
              asked);
      panels.add(panel);
      if (asked) {
        own = new PointValues("Place in your map, left to right", panel.x());
      }
    }
    int[] shown = comparison.rows();
    List<PointValues> values = new ArrayList<>();
    if (own != null) {
      values.add(own);
    }
    values.addAll(Points.of(shown.length).values(raw.selectRows(shown)));
    return new MapsChart(
        "Settings compared",
        caption(shown.length, rows),
        comparison.acrossNeighbors(),
        panels,
        values);
  }

  private static String caption(int shown, int rows) {
    return (shown < rows
            ? String.format(
                Locale.ROOT,
                "Made of %,d of %,d rows, so neighborhoods are wider than in the map. ",
                shown,
                rows)
            : "")
        + "Your settings are framed; colors follow each row from there. Trustworthiness falls where"
        + " rows lie side by side that are not alike (1 at best). Neighbors kept: how many of a"
        + " row's 15 nearest rows are still its nearest (100 % at best). Each map is judged by its"
        + " own distance.";
  }

  private static String name(UmapOptions made, UmapOptions asked) {
    return made.metric() == asked.metric()
        ? made.neighbors() + " neighbors, min. distance " + number(made.minDist())
        : name(made.metric()) + " distance";
  }

  /** A distance as the dialog calls it; most bear the name of a person. */
  static String name(Metric metric) {
    String id = metric.id();
    return metric == Metric.BRAYCURTIS
        ? "Bray-Curtis"
        : PLAIN.contains(metric)
            ? id
            : id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
  }

  /** A number as one writes it: 0, not 0.0. */
  static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  private static String note(Compared map) {
    return String.format(
        Locale.ROOT,
        "trustworthiness %.3f, neighbors kept %.0f %%",
        map.quality().trustworthiness(),
        100 * map.quality().neighborsKept());
  }

  private static float[] column(Matrix places, int column) {
    float[] values = new float[places.rows()];
    for (int i = 0; i < values.length && column < places.columns(); i++) {
      values[i] = (float) places.get(i, column);
    }
    return values;
  }
}
