// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Features by how much they matter: a panel of bars for each group (a cluster, or all of them), the
 * largest first.
 *
 * @param valueAxis what a bar's length means, with its unit
 * @param features the features' names, in the order of each group's values
 */
public record BarChart(
    String title, String caption, String valueAxis, List<String> features, List<Group> groups)
    implements Chart {

  /** The group over all clusters. */
  public static final int ALL = -2;

  /**
   * One panel.
   *
   * @param cluster the cluster's number (its color), {@link ClusterColors#NOISE}, or {@link #ALL}
   * @param values a bar's length each; NaN draws none
   * @param directions +1 where high values of the feature speak for the cluster, −1 where low ones
   *     do, 0 unknown; may be empty
   * @param note a few words under the panel's name, such as its size; may be empty
   */
  public record Group(
      int cluster, String name, List<Double> values, List<Integer> directions, String note) {
    public Group {
      values = List.copyOf(values);
      directions = List.copyOf(directions);
    }

    public Group(int cluster, String name, List<Double> values) {
      this(cluster, name, values, List.of(), "");
    }
  }

  public BarChart {
    features = List.copyOf(features);
    groups = List.copyOf(groups);
    for (Group group : groups) {
      if (group.values.size() != features.size()) {
        throw new IllegalArgumentException(
            "values must be " + features.size() + " (one a feature), got " + group.values.size());
      }
    }
  }

  @Override
  public String toJson() {
    var panels = new ArrayList<Json.Raw>();
    for (Group group : groups) {
      panels.add(
          Json.of(
              "cluster", group.cluster,
              "name", group.name,
              "values", group.values,
              "directions", group.directions.isEmpty() ? null : group.directions,
              "note", group.note.isEmpty() ? null : group.note));
    }
    return Json.chart(
        "bars", this,
        "valueAxis", valueAxis,
        "features", features,
        "groups", panels);
  }

  @Override
  public byte[] toPng() {
    return toPng(1200, BarPainter.height(this));
  }

  @Override
  public byte[] toPng(int width, int height) {
    return BarPainter.png(this, width, height);
  }
}
