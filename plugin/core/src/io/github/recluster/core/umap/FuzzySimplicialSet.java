// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.graph.WeightedGraph;
import io.github.recluster.core.neighbors.KnnGraph;
import java.util.Arrays;

/**
 * Joins the rows' own views into one graph of memberships.
 *
 * <p>In: a k-neighbor graph. Out: the undirected graph whose edge i–j weighs mix · (p + q − p q) +
 * (1 − mix) · p q, where p and q are the memberships of j in i's neighborhood and of i in j's. How:
 * memberships, their transpose, and a merge of the two sorted lists of each row; O(n k). Ref: UMAP,
 * algorithms 1 and 2.
 */
final class FuzzySimplicialSet {
  private static final int CHUNK = 2048;

  private final int n;
  private final int k;
  private final int[] targets;
  private final float[] weights;
  private final double mix;
  private int[] starts = {};
  private int[] sources = {};
  private float[] backward = {};

  private FuzzySimplicialSet(int n, int k, int[] targets, float[] weights, double mix) {
    this.n = n;
    this.k = k;
    this.targets = targets;
    this.weights = weights;
    this.mix = mix;
  }

  static WeightedGraph of(KnnGraph graph, UmapOptions options, Parallel parallel) {
    SmoothKnnDistances rulers = SmoothKnnDistances.of(graph, options.localConnectivity(), parallel);
    double farthest =
        switch (options.metric()) {
          case COSINE, CORRELATION -> 2;
          case JACCARD -> 1;
          default -> Double.POSITIVE_INFINITY;
        };
    int n = graph.rows();
    int k = graph.k();
    int[] targets = graph.indices().clone();
    float[] weights = new float[targets.length];
    parallel.forChunks(
        n,
        CHUNK,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            for (int e = i * k; e < i * k + k; e++) {
              float d = graph.distances()[e];
              weights[e] =
                  d >= farthest
                      ? 0
                      : SmoothKnnDistances.membership(d, rulers.rho()[i], rulers.sigma()[i]);
            }
            sort(targets, weights, i * k, i * k + k);
          }
        });
    return new FuzzySimplicialSet(n, k, targets, weights, options.setOpMixRatio()).join(parallel);
  }

  private static void sort(int[] targets, float[] weights, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      int target = targets[i];
      float weight = weights[i];
      int j = i;
      for (; j > from && targets[j - 1] > target; j--) {
        targets[j] = targets[j - 1];
        weights[j] = weights[j - 1];
      }
      targets[j] = target;
      weights[j] = weight;
    }
  }

  private WeightedGraph join(Parallel parallel) {
    transpose();
    int[] offsets = new int[n + 1];
    parallel.forChunks(
        n,
        CHUNK,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            offsets[i + 1] = merge(i, null, null, 0);
          }
        });
    for (int i = 0; i < n; i++) {
      offsets[i + 1] += offsets[i];
    }
    int[] ends = new int[offsets[n]];
    float[] joined = new float[offsets[n]];
    parallel.forChunks(
        n,
        CHUNK,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            merge(i, ends, joined, offsets[i]);
          }
        });
    return new WeightedGraph(offsets, ends, joined);
  }

  private void transpose() {
    starts = new int[n + 1];
    for (int target : targets) {
      starts[target + 1]++;
    }
    for (int i = 0; i < n; i++) {
      starts[i + 1] += starts[i];
    }
    sources = new int[targets.length];
    backward = new float[targets.length];
    int[] at = Arrays.copyOf(starts, n);
    for (int e = 0; e < targets.length; e++) {
      int place = at[targets[e]]++;
      sources[place] = e / k;
      backward[place] = weights[e];
    }
  }

  /** Merges row i's lists of those it knows and those that know it; returns how many there are. */
  private int merge(int i, int[] ends, float[] joined, int into) {
    int a = i * k;
    int aEnd = a + k;
    int b = starts[i];
    int bEnd = starts[i + 1];
    int count = 0;
    while (a < aEnd || b < bEnd) {
      int left = a < aEnd ? targets[a] : Integer.MAX_VALUE;
      int right = b < bEnd ? sources[b] : Integer.MAX_VALUE;
      double p = left <= right ? weights[a++] : 0;
      double q = right <= left ? backward[b++] : 0;
      float weight = (float) (mix * (p + q - p * q) + (1 - mix) * p * q);
      if (weight > 0) {
        if (ends != null) {
          ends[into + count] = Math.min(left, right);
          joined[into + count] = weight;
        }
        count++;
      }
    }
    return count;
  }
}
