// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import io.github.recluster.core.graph.WeightedGraph;

/**
 * Draws rows of one class together: supervised UMAP.
 *
 * <p>In: the graph of memberships, a class of each vertex. Out: the same edges; those between
 * different classes weigh e^−far as much, with far = 2.5 / (1 − weight), those to a row of unknown
 * class e^−1 as much; then each vertex is made certain of a neighbor again. Ref: umap-learn's
 * supervised mode for a categorical target.
 */
final class TargetIntersection {
  private static final double FAR = 2.5;
  private static final double UNKNOWN = 1;

  private TargetIntersection() {}

  static WeightedGraph of(WeightedGraph graph, int[] target, double weight) {
    float far = weight < 1 ? (float) Exp.minus(FAR / (1 - weight)) : 0;
    float unknown = (float) Exp.minus(UNKNOWN);
    int n = graph.vertices();
    float[] weights = new float[graph.weights().length];
    for (int v = 0; v < n; v++) {
      for (int e = graph.offsets()[v]; e < graph.offsets()[v + 1]; e++) {
        int u = graph.targets()[e];
        boolean known = target[v] >= 0 && target[u] >= 0;
        float factor = !known ? unknown : target[v] == target[u] ? 1 : far;
        weights[e] = graph.weights()[e] * factor;
      }
    }
    return LocalConnectivity.restore(new WeightedGraph(graph.offsets(), graph.targets(), weights));
  }
}
