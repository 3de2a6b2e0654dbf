// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.hdbscan;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.hdbscan.ClusterLayers;
import io.github.recluster.core.hdbscan.HdbscanModel;
import io.github.recluster.core.hdbscan.SizeOutcome;
import io.github.recluster.core.hdbscan.SteadySizes;
import io.github.recluster.nodes.chart.LineChart;
import io.github.recluster.nodes.chart.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What other minimum cluster sizes would give: clusters and noise at some sizes, and how long the
 * clusters of each size last; sizes in the middle of a long range of one result are suggested.
 */
record SizeChart(LineChart chart, String suggestion) {
  private static final int SUGGESTED = 3;
  private static final int LEAST = 5; // smaller sizes call any few rows a cluster
  private static final int MOST = 48; // sizes at which the tree is cut
  private static final int FEWEST = 12;
  private static final long ROWS = 16_000_000; // that all cuts together may look at
  private static final int PLACES = 160; // of the line of lifetimes

  static SizeChart of(HdbscanModel model, Parallel parallel) {
    ClusterLayers layers = model.layers();
    int chosen = model.options().minClusterSize();
    int least = Math.min(LEAST, chosen);
    int largest = Math.max(layers.largestSize(), chosen);
    int cuts = (int) Math.min(MOST, Math.max(FEWEST, ROWS / Math.max(1, model.labels().length)));
    TreeSet<Integer> sizes = spread(least, largest, cuts);
    sizes.add(chosen);
    List<SizeOutcome> outcomes =
        model.outcomes(sizes.stream().mapToInt(Integer::intValue).toArray(), parallel);
    List<SteadySizes> steady = SteadySizes.of(outcomes, SUGGESTED);
    LineChart.Panel lifetime = lifetime(layers, spread(least, largest, PLACES));
    return new SizeChart(chart(model, steady, outcomes, lifetime), suggestion(steady));
  }

  /** Sizes at about equal ratios. */
  private static TreeSet<Integer> spread(int from, int to, int count) {
    TreeSet<Integer> sizes = new TreeSet<>();
    for (int i = 0; i < count; i++) {
      sizes.add((int) Math.round(from * StrictMath.pow((double) to / from, i / (count - 1.0))));
    }
    return sizes;
  }

  private static LineChart chart(
      HdbscanModel model,
      List<SteadySizes> steady,
      List<SizeOutcome> outcomes,
      LineChart.Panel lifetime) {
    int rows = Math.max(1, model.labels().length);
    float[] x = new float[outcomes.size()];
    float[] clusters = new float[x.length];
    float[] noise = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = outcomes.get(i).minClusterSize();
      clusters[i] = outcomes.get(i).clusters();
      noise[i] = 100f * outcomes.get(i).noise() / rows;
    }
    return new LineChart(
        "Sizes",
        "What other minimum cluster sizes would give, with all else unchanged. The last curve adds"
            + " up over how many sizes each of the tree's smallest clusters (leaves) lasts: the"
            + " higher, the less they depend on the size that is chosen. Dashed: the sizes named"
            + " above.",
        "minimum cluster size",
        List.of(
            new LineChart.Panel("clusters", x, clusters),
            new LineChart.Panel("noise, %", x, noise, Range.PERCENT),
            lifetime),
        marks(steady, model.options().minClusterSize()));
  }

  private static LineChart.Panel lifetime(ClusterLayers layers, TreeSet<Integer> places) {
    float[] x = new float[places.size()];
    float[] y = new float[x.length];
    int i = 0;
    for (int size : places) {
      x[i] = size;
      y[i++] = (float) layers.persistenceAt(size);
    }
    return new LineChart.Panel("lifetime of leaves, sizes", x, y);
  }

  private static List<LineChart.Mark> marks(List<SteadySizes> steady, int chosen) {
    List<LineChart.Mark> marks = new ArrayList<>();
    for (SteadySizes s : steady) {
      int size = s.middle().minClusterSize();
      if (size != chosen) {
        marks.add(new LineChart.Mark(size, number(size), false));
      }
    }
    marks.add(new LineChart.Mark(chosen, number(chosen) + " (now)", true));
    return marks;
  }

  private static String suggestion(List<SteadySizes> steady) {
    if (steady.isEmpty()) {
      return "No long range of minimum cluster sizes gives the same number of clusters.";
    }
    return steady.stream()
        .map(
            s ->
                String.format(
                    Locale.ROOT,
                    "%,d (%,d clusters, as with all sizes from %,d to %,d)",
                    s.middle().minClusterSize(),
                    s.middle().clusters(),
                    s.from(),
                    s.to()))
        .collect(
            Collectors.joining(", ", "Minimum cluster sizes around which little changes: ", "."));
  }

  private static String number(int size) {
    return String.format(Locale.ROOT, "%,d", size);
  }
}
