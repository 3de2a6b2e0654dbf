// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.graph.WeightedGraph;
import io.github.recluster.core.neighbors.KnnGraph;
import io.github.recluster.core.neighbors.KnnSearch;
import io.github.recluster.core.neighbors.Metric;
import io.github.recluster.core.neighbors.MetricSpace;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Draws rows of like target numbers together: supervised UMAP for a numeric target.
 *
 * <p>In: the graph of memberships, a number of each vertex, NaN where it is unknown. Out: the edges
 * of that graph and of each vertex's neighborhood in the target alone, weighing columns · target^(w
 * / (1 − w)) below w = ½ and columns^((1 − w) / w) · target above, as either end sees it; then each
 * vertex is made certain of a neighbor again, which joins both views. What one of both lacks weighs
 * half of its lightest there (of the target at most 1e−4); so does an edge of an unknown end. Ref:
 * umap-learn's supervised mode for a continuous target. Differs: rows tied with the last of a row's
 * target neighbors count as its neighbors too, so that a target of few values works.
 */
final class NumericTarget {
  private static final double LEAST = 1e-8;
  private static final double MOST_ABSENT = 1e-4;

  private final double[] target;
  private final double weight;

  /** Of each vertex: its ruler in the target, and how far its last neighbor there is. */
  private final float[] rho;

  private final float[] sigma;
  private final double[] reach;

  private double absentLeft;
  private double absentRight = Float.POSITIVE_INFINITY;

  private NumericTarget(double[] target, double weight) {
    this.target = target;
    this.weight = weight;
    rho = new float[target.length];
    sigma = new float[target.length];
    reach = new double[target.length];
  }

  static WeightedGraph of(
      WeightedGraph graph, double[] target, int neighbors, double weight, Parallel parallel) {
    NumericTarget own = new NumericTarget(target, weight);
    WeightedGraph other = own.targetGraph(neighbors - 1, parallel);
    own.absentLeft = Math.max(lightest(graph) / 2, LEAST);
    own.absentRight = Math.min(Math.max(own.absentRight / 2, LEAST), MOST_ABSENT);
    return LocalConnectivity.restore(own.intersect(graph, other));
  }

  private static double lightest(WeightedGraph graph) {
    float lightest = Float.POSITIVE_INFINITY;
    for (float weight : graph.weights()) {
      lightest = Math.min(lightest, weight);
    }
    return lightest;
  }

  /** The target's own graph; vertices of unknown target have no edge. */
  private WeightedGraph targetGraph(int k, Parallel parallel) {
    int n = target.length;
    int[] known = IntStream.range(0, n).filter(v -> !Double.isNaN(target[v])).toArray();
    KnnGraph near = nearest(known, k, parallel);
    measure(known, near, parallel);
    WeightedGraph found = FuzzySimplicialSet.of(near, UmapOptions.DEFAULTS, parallel);
    int[] offsets = new int[n + 1];
    for (int i = 0; i < known.length; i++) {
      offsets[known[i] + 1] = found.offsets()[i + 1] - found.offsets()[i];
    }
    for (int v = 0; v < n; v++) {
      offsets[v + 1] += offsets[v];
    }
    int[] ends = IntStream.of(found.targets()).map(i -> known[i]).toArray();
    return new WeightedGraph(offsets, ends, found.weights());
  }

  /** Neighbors by floats, their distances by doubles: rulers of close numbers need them. */
  private KnnGraph nearest(int[] known, int k, Parallel parallel) {
    Matrix x = Matrix.of(target.length, 1, target).select(known);
    MetricSpace space = MetricSpace.of(x, Metric.EUCLIDEAN);
    float[] points = space.points(x, IntStream.range(0, known.length).toArray());
    KnnGraph near = KnnSearch.find(points, known.length, space, k, 0, parallel);
    float[] distances = near.distances();
    for (int i = 0; i < known.length; i++) {
      for (int e = i * near.k(); e < (i + 1) * near.k(); e++) {
        double far = apart(known[i], known[near.indices()[e]]);
        distances[e] = (float) far;
        reach[known[i]] = Math.max(reach[known[i]], far);
      }
      Arrays.sort(distances, i * near.k(), (i + 1) * near.k());
    }
    return near;
  }

  private void measure(int[] known, KnnGraph near, Parallel parallel) {
    SmoothKnnDistances rulers = SmoothKnnDistances.of(near, 1, parallel);
    for (int i = 0; i < known.length; i++) {
      rho[known[i]] = rulers.rho()[i];
      sigma[known[i]] = rulers.sigma()[i];
      for (int e = i * near.k(); e < (i + 1) * near.k(); e++) {
        double membership = membership(near.distances()[e], known[i]);
        absentRight = Math.min(absentRight, membership > 0 ? membership : absentRight);
      }
    }
  }

  /** Merges the sorted edges of both graphs, vertex by vertex. */
  private WeightedGraph intersect(WeightedGraph left, WeightedGraph right) {
    int n = left.vertices();
    int[] offsets = new int[n + 1];
    int[] targets = new int[left.targets().length + right.targets().length];
    float[] weights = new float[targets.length];
    int end = 0;
    for (int v = 0; v < n; v++) {
      int a = left.offsets()[v];
      int b = right.offsets()[v];
      while (a < left.offsets()[v + 1] || b < right.offsets()[v + 1]) {
        int u = a < left.offsets()[v + 1] ? left.targets()[a] : Integer.MAX_VALUE;
        int w = b < right.offsets()[v + 1] ? right.targets()[b] : Integer.MAX_VALUE;
        targets[end] = Math.min(u, w);
        double inTarget = inTarget(v, targets[end]);
        if (u <= w) {
          weights[end] = (float) mix(left.weights()[a++], inTarget > 0 ? inTarget : absentRight);
        } else {
          weights[end] = (float) (inTarget > 0 ? mix(absentLeft, inTarget) : 0);
        }
        b += w <= u ? 1 : 0;
        end++;
      }
      offsets[v + 1] = end;
    }
    return new WeightedGraph(offsets, Arrays.copyOf(targets, end), Arrays.copyOf(weights, end));
  }

  private double mix(double columns, double target) {
    return weight < 0.5
        ? columns * power(target, weight / (1 - weight))
        : power(columns, (1 - weight) / weight) * target;
  }

  private static double power(double base, double exponent) {
    return exponent == 1 ? base : StrictMath.pow(base, exponent);
  }

  /** How much w is a neighbor of v by the target alone, as v sees it. */
  private double inTarget(int v, int w) {
    double far = apart(v, w);
    return far <= reach[v] ? membership(far, v) : 0;
  }

  private double apart(int v, int w) {
    return Math.abs(target[v] - target[w]);
  }

  private double membership(double far, int v) {
    return SmoothKnnDistances.membership((float) far, rho[v], sigma[v]);
  }
}
