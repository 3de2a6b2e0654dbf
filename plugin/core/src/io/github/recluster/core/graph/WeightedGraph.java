// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.graph;

/**
 * An undirected graph, each edge stored at both its ends: the neighbors of vertex {@code v} are
 * {@code targets[offsets[v]] … targets[offsets[v + 1] - 1]}, rising, with their weights beside
 * them. The arrays are not copied and must not be written to.
 *
 * @param offsets n + 1 places
 * @param targets a vertex for each end of an edge
 * @param weights positive, the same at both ends
 */
@SuppressWarnings("ArrayRecordComponent") // shared, not copied: said above
public record WeightedGraph(int[] offsets, int[] targets, float[] weights) {
  /** Number of vertices, n. */
  public int vertices() {
    return offsets.length - 1;
  }

  /** The largest weight; 0 without edges. */
  public float largestWeight() {
    float largest = 0;
    for (float weight : weights) {
      largest = Math.max(largest, weight);
    }
    return largest;
  }

  /** This graph without edges lighter than {@code least}. */
  public WeightedGraph heavier(float least) {
    int n = vertices();
    int[] kept = new int[n + 1];
    for (int v = 0; v < n; v++) {
      kept[v + 1] = kept[v];
      for (int e = offsets[v]; e < offsets[v + 1]; e++) {
        kept[v + 1] += weights[e] >= least ? 1 : 0;
      }
    }
    if (kept[n] == targets.length) {
      return this;
    }
    int[] ends = new int[kept[n]];
    float[] heavy = new float[kept[n]];
    for (int e = 0, at = 0; e < targets.length; e++) {
      if (weights[e] >= least) {
        ends[at] = targets[e];
        heavy[at++] = weights[e];
      }
    }
    return new WeightedGraph(kept, ends, heavy);
  }
}
