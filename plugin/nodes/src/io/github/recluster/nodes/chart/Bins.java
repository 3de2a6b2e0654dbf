// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which bin a value falls into, and the counting.
 *
 * @param order for categories: the bin of each code; null for numbers
 */
@SuppressWarnings("ArrayRecordComponent") // long, shared, never written to
record Bins(
    String axis, double[] edges, List<String> categories, boolean logarithmic, int[] order) {

  /**
   * Bins of equal width from the least to the greatest value; fewer for few different whole
   * numbers.
   */
  static Bins equal(String axis, double[] values, int most) {
    return between(axis, finite(values), most, false);
  }

  /**
   * As {@link #equal} where that shows a shape. Values that are at least 0 and heavily right-skewed
   * get bins equally wide in log(1 + x); other long tails share the last bin.
   */
  static Bins suited(String axis, double[] values, int most) {
    double[] sorted = finite(values);
    Arrays.sort(sorted);
    if (sorted.length == 0 || isLogarithmic(sorted)) {
      return between(axis, sorted, most, sorted.length > 0);
    }
    double median = sorted[sorted.length / 2];
    int place = (int) (0.95 * (sorted.length - 1));
    boolean tail = sorted[sorted.length - 1] - median > 6 * (sorted[place] - median);
    if (!tail || sorted[place] <= median) {
      return between(axis, sorted, most, false);
    }
    String named = axis + " (last bar: above " + Axis.format(Axis.round(sorted[place], 2)) + ")";
    return between(named, Arrays.copyOf(sorted, place + 1), most, false);
  }

  /** A bin a category, by falling count; those beyond {@code most} share the last. */
  static Bins categories(String axis, int[] codes, List<String> names, int most) {
    int[] counts = new int[names.size()];
    for (int code : codes) {
      if (code >= 0) {
        counts[code]++;
      }
    }
    int[] byCount =
        IntStream.range(0, counts.length)
            .boxed()
            .sorted(Comparator.comparing((Integer code) -> -counts[code]))
            .mapToInt(Integer::intValue)
            .toArray();
    boolean cut = byCount.length > most;
    var shown = new ArrayList<String>();
    int[] order = new int[counts.length];
    for (int rank = 0; rank < byCount.length; rank++) {
      boolean own = !cut || rank < most - 1;
      order[byCount[rank]] = own ? rank : most - 1;
      if (own) {
        shown.add(names.get(byCount[rank]));
      }
    }
    if (cut) {
      shown.add((byCount.length - most + 1) + " others");
    }
    return new Bins(axis, new double[0], shown, false, order);
  }

  Histogram histogram(double[] values, int[] clusters, List<String> clusterNames) {
    int bins = order == null ? Math.max(0, edges.length - 1) : categories.size();
    int[] all = new int[bins];
    int[][] parts = new int[clusterNames.size() + 1][bins]; // the last: noise
    int missing = 0;
    for (int i = 0; i < values.length; i++) {
      int bin = bin(values[i]);
      if (bin < 0) {
        missing++;
        continue;
      }
      all[bin]++;
      if (clusters != null) {
        parts[clusters[i] < 0 ? clusterNames.size() : clusters[i]][bin]++;
      }
    }
    var named = new ArrayList<Histogram.Part>();
    if (clusters != null) {
      for (int cluster = 0; cluster < clusterNames.size(); cluster++) {
        named.add(new Histogram.Part(cluster, clusterNames.get(cluster), list(parts[cluster])));
      }
      if (Arrays.stream(clusters).anyMatch(cluster -> cluster < 0)) {
        named.add(
            new Histogram.Part(ClusterColors.NOISE, "Noise", list(parts[clusterNames.size()])));
      }
    }
    List<Double> edgeList = Arrays.stream(edges).boxed().toList();
    return new Histogram(axis, edgeList, categories, logarithmic, list(all), missing, named);
  }

  private int bin(double value) {
    if (order != null) {
      return value < 0 ? -1 : order[(int) value];
    }
    if (Double.isNaN(value) || Double.isInfinite(value) || edges.length < 2) {
      return -1;
    }
    int at = Arrays.binarySearch(edges, value);
    return Math.min(at >= 0 ? at : -at - 2, edges.length - 2);
  }

  private static Bins between(String axis, double[] finite, int most, boolean logarithmic) {
    if (finite.length == 0) {
      return new Bins(axis, new double[0], List.of(), false, null);
    }
    double low = Arrays.stream(finite).min().getAsDouble();
    double high = Arrays.stream(finite).max().getAsDouble();
    boolean whole =
        Math.max(-low, high) < 1e15 // halves between larger ones are no numbers of their own
            && Arrays.stream(finite).allMatch(value -> value == Math.rint(value));
    if (low == high || (whole && high - low < most)) {
      double step = whole || low == 0 ? 1 : Math.abs(low) / 10;
      int bins = low == high ? 1 : (int) (high - low) + 1;
      return new Bins(
          axis,
          edges(low - step / 2, low + (bins - 0.5) * step, bins, false),
          List.of(),
          false,
          null);
    }
    int bins = (int) Math.max(5, Math.min(most, 2 * StrictMath.cbrt(finite.length) + 1));
    return new Bins(axis, edges(low, high, bins, logarithmic), List.of(), logarithmic, null);
  }

  private static double[] edges(double low, double high, int bins, boolean logarithmic) {
    double from = logarithmic ? StrictMath.log1p(low) : low;
    double to = logarithmic ? StrictMath.log1p(high) : high;
    double[] edges = new double[bins + 1];
    for (int i = 0; i <= bins; i++) {
      double at = from + (to - from) * i / bins;
      edges[i] = logarithmic ? StrictMath.expm1(at) : at;
    }
    edges[0] = low;
    edges[bins] = high;
    return edges;
  }

  /** Whether the upper tail is so long that equal bins are all empty but the first. */
  private static boolean isLogarithmic(double[] sorted) {
    double median = sorted[sorted.length / 2];
    double high = sorted[(int) (0.99 * (sorted.length - 1))];
    return sorted[0] >= 0 && high > 8 && high - median > 4 * (median - sorted[0]);
  }

  private static double[] finite(double[] values) {
    return Arrays.stream(values)
        .filter(value -> !Double.isNaN(value) && !Double.isInfinite(value))
        .toArray();
  }

  private static List<Integer> list(int[] counts) {
    return Arrays.stream(counts).boxed().toList();
  }
}
