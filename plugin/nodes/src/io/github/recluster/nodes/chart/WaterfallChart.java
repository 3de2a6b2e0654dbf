// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * One row explained: from the base value, step by step, to what the model says of it.
 *
 * @param unit log-odds or probability
 * @param steps the features' contributions, in the order to draw; their sum and the base value are
 *     the result
 */
public record WaterfallChart(
    String title, String caption, String unit, double baseValue, List<Step> steps)
    implements Chart {

  /**
   * One feature's contribution.
   *
   * @param value the feature's value in this row, as text; empty for a rest of many features
   */
  public record Step(String feature, String value, double contribution) {}

  public WaterfallChart {
    steps = List.copyOf(steps);
  }

  /** The base value and all contributions: what the model says. */
  public double result() {
    return baseValue + steps.stream().mapToDouble(Step::contribution).sum();
  }

  @Override
  public String toJson() {
    var items = new ArrayList<Json.Raw>();
    for (Step step : steps) {
      items.add(
          Json.of("feature", step.feature, "value", step.value, "contribution", step.contribution));
    }
    return Json.chart(
        "waterfall", this,
        "unit", unit,
        "baseValue", baseValue,
        "result", result(),
        "steps", items);
  }

  @Override
  public byte[] toPng(int width, int height) {
    return WaterfallPainter.png(this, width, height);
  }
}
