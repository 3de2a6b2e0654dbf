// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import io.github.recluster.core.graph.WeightedGraph;
import java.util.Arrays;

/**
 * Makes each vertex certain of at least one neighbor again, after a target has weakened its edges.
 *
 * <p>In: a graph whose edges may have become as light as 0, and may weigh another amount at either
 * end. Out: the same edges, without those of weight 0; each vertex's strongest is raised to 1 and
 * its others with it, and the views of both ends are joined as at first. Ref: umap-learn's
 * reset_local_connectivity.
 */
final class LocalConnectivity {
  private LocalConnectivity() {}

  static WeightedGraph restore(WeightedGraph graph) {
    int n = graph.vertices();
    float[] strongest = new float[n];
    for (int v = 0; v < n; v++) {
      for (int e = graph.offsets()[v]; e < graph.offsets()[v + 1]; e++) {
        strongest[v] = Math.max(strongest[v], graph.weights()[e]);
      }
    }
    float[] weights = new float[graph.weights().length];
    int[] next = Arrays.copyOf(graph.offsets(), n);
    for (int v = 0; v < n; v++) {
      for (int e = graph.offsets()[v]; e < graph.offsets()[v + 1]; e++) {
        int w = graph.targets()[e];
        int back = next[w]++; // w's edge to v: w lists its neighbors in the order of v
        double p = share(graph.weights()[e], strongest[v]);
        double q = share(graph.weights()[back], strongest[w]);
        weights[e] = (float) (p + q - p * q);
      }
    }
    return new WeightedGraph(graph.offsets(), graph.targets(), weights).heavier(Float.MIN_VALUE);
  }

  private static double share(float weight, float strongest) {
    return weight > 0 ? weight / (double) strongest : 0;
  }
}
