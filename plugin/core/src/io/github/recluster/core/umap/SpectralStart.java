// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.graph.Components;
import io.github.recluster.core.graph.SpectralEmbedding;
import io.github.recluster.core.graph.WeightedGraph;

/**
 * The start by slow vibrations of the graph, component by component.
 *
 * <p>In: the graph, the points. Out: n × c places, untouched by the layout's seed. How: a connected
 * graph takes its spectral embedding. Of several components each gets its own, no wider than half
 * the way to the next component's middle; middles lie on the axes if there are at most 2 c, else
 * along the principal components of the components' centroids. Ref: UMAP's spectral layout.
 * Differs: umap-learn embeds centroids spectrally, and all components to convergence.
 */
final class SpectralStart {
  private SpectralStart() {}

  static double[] of(
      float[] points, NeighborhoodGraph graph, UmapOptions options, Parallel parallel) {
    int c = options.components();
    WeightedGraph edges = graph.edges();
    int n = edges.vertices();
    Components components = Components.of(edges);
    if (components.count() == 1) {
      return embed(edges, c, options.seed(), parallel);
    }
    int[][] members = components.members();
    double[] middles =
        components.count() <= 2 * c
            ? onAxes(members.length, c)
            : centroids(points, n, members, c, parallel);
    double[] result = new double[n * c];
    int[] place = new int[n];
    for (int m = 0; m < members.length; m++) {
      parallel.progress().checkCanceled();
      WeightedGraph part = part(edges, members[m], place);
      double[] own = embed(part, c, Seeds.stream(options.seed(), m), parallel);
      double largest = 0;
      for (double value : own) {
        largest = Math.max(largest, Math.abs(value));
      }
      double factor = largest > 0 ? reach(middles, m, c) / largest : 0;
      for (int i = 0; i < members[m].length; i++) {
        for (int j = 0; j < c; j++) {
          result[members[m][i] * c + j] = middles[m * c + j] + factor * own[i * c + j];
        }
      }
    }
    return result;
  }

  private static double[] embed(WeightedGraph graph, int c, long seed, Parallel parallel) {
    int n = graph.vertices();
    if (n >= 2 * c && n > c + 1) {
      return SpectralEmbedding.of(graph, c, 0, parallel);
    }
    double[] random = new double[n * c];
    for (int i = 0; i < random.length; i++) {
      random[i] = 2 * Seeds.uniform(seed, i) - 1;
    }
    return random;
  }

  /** One unit along each axis, then along each axis backward. */
  private static double[] onAxes(int count, int c) {
    int half = (count + 1) / 2;
    double[] middles = new double[count * c];
    for (int m = 0; m < count; m++) {
      middles[m * c + m % half] = m < half ? 1 : -1;
    }
    return middles;
  }

  private static double[] centroids(
      float[] points, int n, int[][] members, int c, Parallel parallel) {
    int d = points.length / n;
    float[] centroids = new float[members.length * d];
    for (int m = 0; m < members.length; m++) {
      for (int t = 0; t < d; t++) {
        double sum = 0;
        for (int i : members[m]) {
          sum += points[i * d + t];
        }
        centroids[m * d + t] = (float) (sum / members[m].length);
      }
    }
    return PrincipalComponents.of(centroids, members.length, c, parallel);
  }

  /** Half the way to the nearest other middle. */
  private static double reach(double[] middles, int m, int c) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int o = 0; o < middles.length / c; o++) {
      double square = 0;
      for (int j = 0; j < c; j++) {
        double t = middles[o * c + j] - middles[m * c + j];
        square += t * t;
      }
      nearest = square > 0 ? Math.min(nearest, square) : nearest;
    }
    return nearest < Double.POSITIVE_INFINITY ? Math.sqrt(nearest) / 2 : 1;
  }

  /** The graph of some vertices, which are all that their neighbors are among. */
  private static WeightedGraph part(WeightedGraph graph, int[] members, int[] place) {
    int[] offsets = new int[members.length + 1];
    for (int i = 0; i < members.length; i++) {
      place[members[i]] = i;
      offsets[i + 1] = offsets[i] + graph.offsets()[members[i] + 1] - graph.offsets()[members[i]];
    }
    int[] targets = new int[offsets[members.length]];
    float[] weights = new float[targets.length];
    for (int i = 0; i < members.length; i++) {
      int from = graph.offsets()[members[i]];
      for (int e = offsets[i]; e < offsets[i + 1]; e++) {
        targets[e] = place[graph.targets()[from + e - offsets[i]]];
        weights[e] = graph.weights()[from + e - offsets[i]];
      }
    }
    return new WeightedGraph(offsets, targets, weights);
  }
}
