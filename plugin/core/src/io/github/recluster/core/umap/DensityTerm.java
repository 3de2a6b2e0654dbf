// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.graph.WeightedGraph;

/**
 * Gives points room as their rows have it: what densMAP adds to a layout's last epochs.
 *
 * <p>In: the graph, and the rows' {@link LocalRadii}. Out: the places, moved so that the radii of
 * points, weighed by their memberships in the embedding, correlate more with those of rows. How: of
 * an epoch the sum of what umap-learn does to its edges one by one, with the same clip: each vertex
 * adds up its own edges, so the bits are the same at any number of threads. Cost: O(edges) a pass.
 * Ref: Narayan, Berger, Cho (2021), density-preserving objective, and its code in umap-learn.
 * Differs: the edges of an epoch are seen from where all points stood before them.
 */
final class DensityTerm {
  private static final int CHUNK = 512;
  private static final double CLIP = 4;
  private static final float NEAREST = 0x1p-40f;

  private final WeightedGraph graph;
  private final int components;
  private final double a;
  private final double b;
  private final PowerTable powers;
  private final double lambda;
  private final double shift;
  private final double start;
  private final double allWeights;
  private final float largest;

  /** Of the rows, with mean 0 and variance 1; 0 of a vertex without edges. */
  private final double[] wanted;

  /** Of the points: sum of memberships, mean squared distance, and its logarithm. */
  private final double[] mass;

  private final double[] square;
  private final double[] radius;

  /** How much a vertex gains by a larger radius. */
  private final double[] gain;

  private double deviation;

  DensityTerm(WeightedGraph graph, double[] radii, UmapOptions options) {
    this.graph = graph;
    components = options.components();
    DistanceCurve curve = DistanceCurve.of(options);
    a = curve.a();
    b = curve.b();
    powers = new PowerTable(b);
    lambda = options.densLambda();
    shift = options.densVarShift();
    start = 1 - options.densFrac();
    int n = graph.vertices();
    wanted = standardized(radii);
    mass = new double[n];
    square = new double[n];
    radius = new double[n];
    gain = new double[n];
    double sum = 0;
    for (float weight : graph.weights()) {
      sum += weight;
    }
    allWeights = sum;
    largest = graph.largestWeight();
  }

  private static double[] standardized(double[] radii) {
    double mean = 0;
    int count = 0;
    for (double r : radii) {
      mean += Double.isNaN(r) ? 0 : r;
      count += Double.isNaN(r) ? 0 : 1;
    }
    mean /= Math.max(1, count);
    double squares = 0;
    for (double r : radii) {
      squares += Double.isNaN(r) ? 0 : (r - mean) * (r - mean);
    }
    double deviation = Math.sqrt(squares / Math.max(1, count));
    double[] result = new double[radii.length];
    for (int v = 0; v < result.length; v++) {
      result[v] = Double.isNaN(radii[v]) || deviation == 0 ? 0 : (radii[v] - mean) / deviation;
    }
    return result;
  }

  /** Whether an epoch is one of the last, in which density counts. */
  boolean isDue(int epoch, int epochs) {
    return (epoch + 1) / (double) epochs > start;
  }

  /**
   * Moves points once.
   *
   * @param places n × components, vertex by vertex
   * @param step the epoch's learning rate
   */
  void move(float[] places, double step, Parallel parallel) {
    int n = graph.vertices();
    correlation(places, parallel);
    double[] moves = new double[places.length];
    parallel.forChunks(n, CHUNK, (from, to) -> gather(places, from, to, moves));
    for (int i = 0; i < places.length; i++) {
      places[i] += (float) (step * moves[i]);
    }
  }

  /** How much both radii agree: what a move raises. */
  double correlation(float[] places, Parallel parallel) {
    parallel.forChunks(graph.vertices(), CHUNK, (from, to) -> measure(places, from, to));
    return compare();
  }

  private void measure(float[] places, int from, int to) {
    for (int v = from; v < to; v++) {
      mass[v] = 0;
      double sum = 0;
      for (int e = graph.offsets()[v]; e < graph.offsets()[v + 1]; e++) {
        float u = squared(places, v, graph.targets()[e]);
        double membership = 1 / (1 + a * powers.of(u));
        mass[v] += membership;
        sum += membership * u;
      }
      square[v] = mass[v] > 0 ? LocalRadii.LEAST + sum / mass[v] : 1;
      radius[v] = StrictMath.log(square[v]);
    }
  }

  /** The correlation of both radii, and how each vertex could raise it. */
  private double compare() {
    int n = graph.vertices();
    int count = 0;
    double mean = 0;
    for (int v = 0; v < n; v++) {
      count += mass[v] > 0 ? 1 : 0;
      mean += radius[v];
    }
    mean /= Math.max(1, count);
    double squares = 0;
    double products = 0;
    for (int v = 0; v < n; v++) {
      double t = mass[v] > 0 ? radius[v] - mean : 0;
      squares += t * t;
      products += wanted[v] * radius[v];
    }
    double variance = squares / Math.max(1, count) + shift;
    deviation = Math.sqrt(variance);
    double covariance = products / Math.max(1, count - 1);
    for (int v = 0; v < n; v++) {
      gain[v] = wanted[v] - covariance * (radius[v] - mean) / variance;
    }
    return covariance / deviation;
  }

  private void gather(float[] places, int from, int to, double[] moves) {
    double strength = lambda * allWeights / (deviation * graph.vertices());
    for (int v = from; v < to; v++) {
      for (int e = graph.offsets()[v]; e < graph.offsets()[v + 1]; e++) {
        int w = graph.targets()[e];
        float u = squared(places, v, w);
        double power = powers.of(u);
        double membership = 1 / (1 + a * power);
        double slope = a * b * power / u * membership;
        double bend = 1 - b * (1 - membership);
        double rise =
            gain[v] * (bend / square[v] + slope) / mass[v]
                + gain[w] * (bend / square[w] + slope) / mass[w];
        double weight = graph.weights()[e];
        double g = strength * membership * rise / weight; // both ends list an edge: mass is halved
        for (int j = 0; j < components; j++) {
          double t = g * (places[v * components + j] - places[w * components + j]);
          moves[v * components + j] += 2 * weight / largest * Math.max(-CLIP, Math.min(CLIP, t));
        }
      }
    }
  }

  private float squared(float[] places, int v, int w) {
    float sum = NEAREST;
    for (int j = 0; j < components; j++) {
      float t = places[v * components + j] - places[w * components + j];
      sum += t * t;
    }
    return sum;
  }
}
