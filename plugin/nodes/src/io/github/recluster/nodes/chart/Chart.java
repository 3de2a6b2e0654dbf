// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

/**
 * One picture or table with its words. The same record is drawn twice: by the page, from {@link
 * #toJson}, and in Java, by {@link #toPng}. Charts are immutable; equal charts give equal bytes on
 * one machine.
 */
public sealed interface Chart
    permits BarChart,
        BeeswarmChart,
        DependenceChart,
        HeatmapChart,
        HistogramChart,
        IcicleChart,
        LineChart,
        MapsChart,
        SampleChart,
        ScatterChart,
        SummaryTable,
        WaterfallChart {

  /** What is seen, in a few words. */
  String title();

  /** One or two plain sentences on how to read it; may be empty. */
  String caption();

  /** The chart for the page: a compact JSON object with a {@code kind}. */
  String toJson();

  /** The chart as a PNG of the given size in pixels; needs no display. */
  byte[] toPng(int width, int height);

  /** The chart as a PNG of the size that suits it. */
  default byte[] toPng() {
    return toPng(1200, 700);
  }
}
