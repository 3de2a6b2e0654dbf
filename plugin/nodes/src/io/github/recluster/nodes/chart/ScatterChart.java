// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import java.util.List;

/**
 * The map: a point a row, near where rows are alike. Colored by cluster (noise grey, and can be
 * hidden) or by a column.
 *
 * @param axes the coordinates' names
 * @param coordinates two or three arrays, a value a point
 * @param clusters a cluster number a point (−1 = noise), or null when nothing is clustered yet
 * @param clusterNames the clusters' names by number
 * @param values columns to show on hover and to color by
 * @param keys row keys for the selection that views share; null where there is none to share
 * @param colorBy which of the values colors the points at first; −1 for the clusters
 */
@SuppressWarnings("ArrayRecordComponent") // long, shared, never written to
public record ScatterChart(
    String title,
    String caption,
    List<String> axes,
    List<float[]> coordinates,
    int[] clusters,
    List<String> clusterNames,
    List<PointValues> values,
    List<String> keys,
    int colorBy)
    implements Chart {

  public ScatterChart {
    axes = List.copyOf(axes);
    coordinates = List.copyOf(coordinates);
    clusterNames = List.copyOf(clusterNames);
    values = List.copyOf(values);
    keys = keys == null ? null : List.copyOf(keys);
    if (coordinates.size() < 2 || coordinates.size() > 3) {
      throw new IllegalArgumentException("coordinates must be 2 or 3, got " + coordinates.size());
    }
    checkLength("clusters", clusters == null ? -1 : clusters.length, coordinates.get(0).length);
    checkLength("keys", keys == null ? -1 : keys.size(), coordinates.get(0).length);
    if (colorBy >= values.size()) {
      throw new IllegalArgumentException("colorBy must be one of the values, got " + colorBy);
    }
    for (PointValues column : values) {
      checkLength(column.name(), column.numbers().length, coordinates.get(0).length);
    }
  }

  /** A map without clusters, columns or keys: add them with the methods below. */
  public static ScatterChart of(
      String title, String caption, List<String> axes, List<float[]> coordinates) {
    return new ScatterChart(
        title, caption, axes, coordinates, null, List.of(), List.of(), null, -1);
  }

  /** With a cluster a point; names by cluster number. */
  public ScatterChart withClusters(int[] newClusters, List<String> newNames) {
    return new ScatterChart(
        title, caption, axes, coordinates, newClusters, newNames, values, keys, colorBy);
  }

  /** With columns to show on hover and to color by. */
  public ScatterChart withValues(List<PointValues> newValues) {
    return new ScatterChart(
        title, caption, axes, coordinates, clusters, clusterNames, newValues, keys, colorBy);
  }

  /** With row keys, so that the selection is shared with other views. */
  public ScatterChart withKeys(List<String> newKeys) {
    return new ScatterChart(
        title, caption, axes, coordinates, clusters, clusterNames, values, newKeys, colorBy);
  }

  /** With one of its values as the color that is seen first. */
  public ScatterChart coloredBy(int value) {
    return new ScatterChart(
        title, caption, axes, coordinates, clusters, clusterNames, values, keys, value);
  }

  /** The same map under other words. */
  public ScatterChart titled(String newTitle, String newCaption) {
    return new ScatterChart(
        newTitle, newCaption, axes, coordinates, clusters, clusterNames, values, keys, colorBy);
  }

  private static void checkLength(String what, int length, int points) {
    if (length >= 0 && length != points) {
      throw new IllegalArgumentException(
          what + " must be " + points + " (one a point), got " + length);
    }
  }

  /** Number of points. */
  public int size() {
    return coordinates.get(0).length;
  }

  /** Rows in each cluster, by number. */
  int[] sizes() {
    int[] sizes = new int[clusterNames.size()];
    for (int cluster : clusters) {
      if (cluster >= 0) {
        sizes[cluster]++;
      }
    }
    return sizes;
  }

  /**
   * The point of each cluster where its label stands, −1 for an empty one; null without clusters.
   */
  int[] middles() {
    return clusters == null ? null : Middles.of(coordinates, clusters, clusterNames.size());
  }

  @Override
  public String toJson() {
    return Json.chart(
        "map", this,
        "axes", axes,
        "coordinates", coordinates.stream().map(Json::pack).toList(),
        "clusters", Json.pack(clusters),
        "clusterNames", clusters == null ? null : clusterNames,
        "middles", middles(),
        "values", values.stream().map(PointValues::json).toList(),
        "keys", Json.packKeys(keys),
        "colorBy", colorBy < 0 ? null : colorBy);
  }

  @Override
  public byte[] toPng(int width, int height) {
    return ScatterPainter.png(this, width, height);
  }
}
