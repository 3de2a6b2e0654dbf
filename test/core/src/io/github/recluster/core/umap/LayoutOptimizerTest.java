// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.graph.WeightedGraph;
import io.github.recluster.core.neighbors.KnnSearch;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beside a layout that is written down as plainly as can be: powers, no table, no blocks. */
class LayoutOptimizerTest {
  /** Tables err by 2e−4 of a step, steps are at most 4, and a few follow one another. */
  private static final double TABLE = 0.02;

  private static final int EPOCHS = 4;
  private static final int N = 8;

  private final UmapOptions options = UmapOptions.DEFAULTS.withMinDist(0.1);
  private final DistanceCurve curve = DistanceCurve.of(options);

  private WeightedGraph graph() {
    Matrix x = Tables.clouds(N, 4, 3, 2);
    return FuzzySimplicialSet.of(
        KnnSearch.find(x, 6, options.metric(), 7, Parallel.SERIAL), options, Parallel.SERIAL);
  }

  private static float[] start(int c) {
    float[] start = new float[N * c];
    for (int i = 0; i < start.length; i++) {
      start[i] = (float) (10 * Seeds.uniform(4, i));
    }
    return start;
  }

  @ParameterizedTest
  @Tag("twin")
  @ValueSource(ints = {1, 2, 3})
  void movesAsThePlainLayoutDoes(int c) {
    WeightedGraph graph = graph();
    float[] fast = start(c);
    new LayoutOptimizer(graph, options.withComponents(c), EPOCHS).run(fast, 11, Parallel.SERIAL);
    double[] plain = new double[N * c];
    float[] start = start(c);
    double moved = 0;
    for (int i = 0; i < plain.length; i++) {
      plain[i] = start[i];
    }
    for (int epoch = 1; epoch < EPOCHS; epoch++) {
      epoch(graph, plain, c, epoch);
    }
    for (int i = 0; i < plain.length; i++) {
      assertEquals(plain[i], fast[i], TABLE, "coordinate " + i);
      moved = Math.max(moved, Math.abs(fast[i] - start[i]));
    }
    assertTrue(moved > 1, "nothing moved");
  }

  /** Every edge from its lower end, then every edge from its upper end. */
  private void epoch(WeightedGraph graph, double[] places, int c, int epoch) {
    double[] before = places.clone();
    long stream = Seeds.stream(11, epoch);
    for (int end = 0; end < 2; end++) {
      int edge = 0;
      for (int v = 0; v < N; v++) {
        for (int e = graph.offsets()[v]; e < graph.offsets()[v + 1]; e++) {
          int w = graph.targets()[e];
          if (w < v) {
            continue;
          }
          double rate = graph.weights()[e] / graph.largestWeight();
          if (Math.floor(epoch * rate) > Math.floor((epoch - 1) * rate)) {
            long key = Seeds.bits(stream, 2L * edge + end);
            move(places, before, end == 0 ? v : w, end == 0 ? w : v, c, epoch, key);
          }
          edge++;
        }
      }
    }
  }

  private void move(double[] places, double[] before, int v, int w, int c, int epoch, long random) {
    double[] own = Arrays.copyOfRange(places, v * c, v * c + c);
    double[] other = Arrays.copyOfRange(places, w * c, w * c + c);
    step(own, Arrays.copyOfRange(places, w * c, w * c + c), 0, epoch, true);
    step(other, Arrays.copyOfRange(places, v * c, v * c + c), 0, epoch, true);
    System.arraycopy(other, 0, places, w * c, c);
    long key = random;
    for (int s = 0; s < options.negativeSampleRate(); s++) {
      key = key * 6364136223846793005L + 1442695040888963407L;
      int far = (int) (((key >>> 32) * N) >>> 32);
      if (far != v) {
        step(own, before, far * c, epoch, false);
      }
    }
    System.arraycopy(own, 0, places, v * c, c);
  }

  private void step(double[] own, double[] places, int other, int epoch, boolean pull) {
    double a = curve.a();
    double b = curve.b();
    double u = 0;
    for (int j = 0; j < own.length; j++) {
      u += (own[j] - places[other + j]) * (own[j] - places[other + j]);
    }
    double coefficient =
        pull
            ? -2 * a * b * Math.pow(u, b - 1) / (1 + a * Math.pow(u, b))
            : 2 * b / ((0.001 + u) * (1 + a * Math.pow(u, b)));
    double rate = 1 - (double) epoch / EPOCHS;
    for (int j = 0; j < own.length; j++) {
      double force = coefficient * (own[j] - places[other + j]);
      own[j] += rate * Math.max(-4, Math.min(4, force));
    }
  }
}
