// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import java.util.List;

/**
 * Everything one page shows: its title, notes above the charts (warnings, the seed that clusters
 * rest on) and the charts, one section each.
 */
public record ViewData(String title, List<String> notes, List<Chart> charts) {

  public ViewData {
    notes = List.copyOf(notes);
    charts = List.copyOf(charts);
  }

  /** The page's initial data. */
  public String toJson() {
    return Json.object(
        "title", title,
        "notes", notes,
        "palette", ClusterColors.hexPalette(),
        "noiseColor", ClusterColors.hex(ClusterColors.NOISE),
        "sample", sample(),
        "charts", charts.stream().map(chart -> new Json.Raw(chart.toJson())).toList());
  }

  /** The rows that the charts of single rows share; null if there are none. */
  private Json.Raw sample() {
    return charts.stream()
        .filter(SampleChart.class::isInstance)
        .map(chart -> ((SampleChart) chart).sample().json())
        .findFirst()
        .orElse(null);
  }
}
