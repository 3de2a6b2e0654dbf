// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import io.github.recluster.core.graph.WeightedGraph;
import io.github.recluster.core.neighbors.KnnGraph;
import java.util.Arrays;

/**
 * How much room each row has: the logarithm of its mean squared distance to its neighbors, each
 * weighed by its membership.
 *
 * <p>In: the graph that is laid out, and the neighbors that it was made of. Out: n numbers; NaN of
 * a vertex without edges. Ref: Narayan, Berger, Cho: Assessing single-cell transcriptomic
 * variability through density-preserving data visualization (Nature Biotechnology 2021), local
 * radius. Differs: in umap-learn an edge that a target alone has made counts as one of length 0,
 * here not at all.
 */
final class LocalRadii {
  static final double LEAST = 1e-8;

  private LocalRadii() {}

  static double[] of(WeightedGraph graph, KnnGraph neighbors) {
    int n = graph.vertices();
    float[] lengths = new float[graph.targets().length];
    Arrays.fill(lengths, Float.NaN);
    for (int v = 0; v < n; v++) {
      for (int j = v * neighbors.k(); j < (v + 1) * neighbors.k(); j++) {
        put(graph, lengths, v, neighbors.indices()[j], neighbors.distances()[j]);
        put(graph, lengths, neighbors.indices()[j], v, neighbors.distances()[j]);
      }
    }
    double[] radii = new double[n];
    for (int v = 0; v < n; v++) {
      double sum = 0;
      double all = 0;
      for (int e = graph.offsets()[v]; e < graph.offsets()[v + 1]; e++) {
        if (!Float.isNaN(lengths[e])) {
          sum += graph.weights()[e] * (double) lengths[e] * lengths[e];
          all += graph.weights()[e];
        }
      }
      radii[v] = all > 0 ? StrictMath.log(LEAST + sum / all) : Double.NaN;
    }
    return radii;
  }

  private static void put(WeightedGraph graph, float[] lengths, int v, int w, float length) {
    int e = Arrays.binarySearch(graph.targets(), graph.offsets()[v], graph.offsets()[v + 1], w);
    if (e >= 0) {
      lengths[e] = length;
    }
  }
}
