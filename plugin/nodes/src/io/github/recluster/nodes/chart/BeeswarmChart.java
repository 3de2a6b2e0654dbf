// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * SHAP values row by row: a line of points a feature, right where the feature speaks for the
 * cluster, colored by the feature's value from low to high.
 *
 * @param valueAxis what a point's place means, with its unit
 */
public record BeeswarmChart(String title, String caption, String valueAxis, List<Group> groups)
    implements Chart {

  /** One cluster's picture; the page lets choose among them. */
  public record Group(int cluster, String name, List<Feature> features) {
    public Group {
      features = List.copyOf(features);
    }
  }

  /**
   * One line of points.
   *
   * @param contributions a SHAP value a row
   * @param values the feature's value a row, NaN if missing; only their order is used
   */
  @SuppressWarnings("ArrayRecordComponent") // long, shared, never written to
  public record Feature(String name, float[] contributions, float[] values) {}

  public BeeswarmChart {
    groups = List.copyOf(groups);
  }

  @Override
  public String toJson() {
    var panels = new ArrayList<Json.Raw>();
    for (Group group : groups) {
      var lines = new ArrayList<Json.Raw>();
      for (Feature feature : group.features) {
        lines.add(
            Json.of(
                "name", feature.name,
                "contributions", Json.pack(feature.contributions),
                "values", Json.pack(feature.values)));
      }
      panels.add(Json.of("cluster", group.cluster, "name", group.name, "features", lines));
    }
    return Json.chart(
        "beeswarm", this,
        "valueAxis", valueAxis,
        "groups", panels);
  }

  @Override
  public byte[] toPng(int width, int height) {
    return BeeswarmPainter.png(this, width, height);
  }
}
