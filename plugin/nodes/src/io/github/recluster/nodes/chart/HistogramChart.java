// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * How features are distributed: a panel a feature. A feature may have two histograms (before and
 * after scaling), drawn side by side, or one with parts (clusters), drawn as each cluster's shares
 * beside those of all rows.
 */
public record HistogramChart(String title, String caption, List<Feature> features)
    implements Chart {

  /** A feature and its one histogram, or two: before and after. */
  public record Feature(String name, List<Histogram> histograms) {
    public Feature {
      histograms = List.copyOf(histograms);
    }

    public Feature(String name, Histogram histogram) {
      this(name, List.of(histogram));
    }
  }

  public HistogramChart {
    features = List.copyOf(features);
  }

  @Override
  public String toJson() {
    var panels = new ArrayList<Json.Raw>();
    for (Feature feature : features) {
      panels.add(
          Json.of(
              "name",
              feature.name(),
              "histograms",
              feature.histograms().stream().map(Histogram::json).toList()));
    }
    return Json.chart(
        "histogram", this,
        "features", panels);
  }

  @Override
  public byte[] toPng(int width, int height) {
    return HistogramPainter.png(this, width, height);
  }
}
