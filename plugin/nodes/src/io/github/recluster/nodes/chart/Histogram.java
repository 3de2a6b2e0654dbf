// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counts of one feature's values in bins, or of its categories. Missing values (NaN, code -1) are
 * counted apart. Skewed features without negative values get bins of equal width in log(1 + x), so
 * that their many small values can be told apart.
 *
 * @param axis what the values are, with their unit
 * @param edges the bins' edges, one more than bins; empty for categories
 * @param categories the categories' names; empty for numbers
 * @param logarithmic whether bins are equally wide in log(1 + x)
 * @param parts the same bins counted inside each cluster; may be empty
 */
public record Histogram(
    String axis,
    List<Double> edges,
    List<String> categories,
    boolean logarithmic,
    List<Integer> counts,
    int missing,
    List<Part> parts) {

  /** The bins' counts inside one cluster ({@link ClusterColors#NOISE} = noise). */
  public record Part(int cluster, String name, List<Integer> counts) {
    public Part {
      counts = List.copyOf(counts);
    }
  }

  /** Enough to see a shape, few enough to stay calm. */
  private static final int MOST_BINS = 30;

  private static final int MOST_CATEGORIES = 12;

  public Histogram {
    edges = List.copyOf(edges);
    categories = List.copyOf(categories);
    counts = List.copyOf(counts);
    parts = List.copyOf(parts);
  }

  /** All values in up to 30 bins of equal width. */
  public static Histogram of(String axis, double[] values) {
    return Bins.equal(axis, values, MOST_BINS).histogram(values, null, List.of());
  }

  /** All values, and those of each cluster; bins in log(1 + x) if the values are skewed. */
  public static Histogram byCluster(
      String axis, double[] values, int[] clusters, List<String> clusterNames) {
    return Bins.suited(axis, values, MOST_BINS).histogram(values, clusters, clusterNames);
  }

  /** Categories by falling count; all beyond the twelfth as one. */
  public static Histogram ofCategories(String axis, int[] codes, List<String> categories) {
    return byCluster(axis, codes, categories, null, List.of());
  }

  /** Categories, and those of each cluster. */
  public static Histogram byCluster(
      String axis,
      int[] codes,
      List<String> categories,
      int[] clusters,
      List<String> clusterNames) {
    return Bins.categories(axis, codes, categories, MOST_CATEGORIES)
        .histogram(Arrays.stream(codes).asDoubleStream().toArray(), clusters, clusterNames);
  }

  /** Number of rows counted, without the missing. */
  int total() {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }

  Histogram withoutParts() {
    return new Histogram(axis, edges, categories, logarithmic, counts, missing, List.of());
  }

  Json.Raw json() {
    var jsonParts = new ArrayList<Json.Raw>();
    for (Part part : parts) {
      jsonParts.add(Json.of("cluster", part.cluster, "name", part.name, "counts", part.counts));
    }
    return Json.of(
        "axis", axis,
        "edges", edges.isEmpty() ? null : edges,
        "categories", categories.isEmpty() ? null : categories,
        "log", logarithmic ? true : null,
        "counts", counts,
        "missing", missing,
        "parts", parts.isEmpty() ? null : jsonParts);
  }
}
