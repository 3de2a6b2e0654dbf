// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import java.util.List;

/**
 * How one feature's value moves its own SHAP value, a point a row; colored by a second feature if
 * given.
 *
 * @param colorBy the second feature, or null
 * @param keys row keys for the shared selection, or null
 */
@SuppressWarnings("ArrayRecordComponent") // long, shared, never written to
public record DependenceChart(
    String title,
    String caption,
    String valueAxis,
    PointValues feature,
    float[] contributions,
    PointValues colorBy,
    List<String> keys)
    implements Chart {

  public DependenceChart {
    keys = keys == null ? null : List.copyOf(keys);
  }

  @Override
  public String toJson() {
    return Json.chart(
        "dependence",
        this,
        "valueAxis",
        valueAxis,
        "feature",
        feature.json(),
        "contributions",
        Json.pack(contributions),
        "colorBy",
        colorBy == null ? null : colorBy.json(),
        "keys",
        Json.packKeys(keys));
  }

  @Override
  public byte[] toPng(int width, int height) {
    return DependencePainter.png(this, width, height);
  }
}
