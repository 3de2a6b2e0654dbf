// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import java.util.Locale;

/**
 * A chart of single rows. All charts of a page draw from one {@link RowSample}, which the page gets
 * once; there the reader chooses the cluster, the row and the feature, which are fixed in a PNG.
 *
 * @param group the cluster that a PNG shows
 * @param detail the row (waterfall) or the place among the cluster's features (dependence)
 */
public record SampleChart(
    Look look, String title, String caption, RowSample sample, int group, int detail)
    implements Chart {

  /** What is drawn. */
  public enum Look {
    /** All rows, a line of points a feature. */
    BEESWARM,
    /** One row, step by step. */
    WATERFALL,
    /** One feature: its value and what it contributes. */
    DEPENDENCE
  }

  @Override
  public String toJson() {
    return Json.chart(
        "sample",
        this,
        "look",
        look.name().toLowerCase(Locale.ROOT),
        "valueAxis",
        "SHAP, " + sample.unit());
  }

  @Override
  public byte[] toPng(int width, int height) {
    Chart chart =
        switch (look) {
          case BEESWARM -> sample.beeswarm(title, caption, group);
          case WATERFALL -> sample.waterfall(title, caption, group, detail);
          case DEPENDENCE -> sample.dependence(title, caption, group, detail);
        };
    return chart.toPng(width, height);
  }
}
