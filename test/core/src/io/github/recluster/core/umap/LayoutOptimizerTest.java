// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.graph.WeightedGraph;
import io.github.recluster.core.neighbors.KnnSearch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beside a layout that is written down as plainly as can be: powers, no table, no blocks. */
class LayoutOptimizerTest {
  /** Tables err by 2e−4 of a step, steps are at most 4, and a few follow one another. */
  private static final double TABLE = 0.02;

  private static final int EPOCHS = 4;
  private static final int N = 8; // one block: everybody sees the visit before

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
      plain = visit(graph, plain, c, epoch, Seeds.stream(11, 2L * epoch), 2);
      plain = visit(graph, plain, c, epoch, Seeds.stream(11, 2L * epoch + 1), 3);
    }
    for (int i = 0; i < plain.length; i++) {
      assertEquals(plain[i], fast[i], TABLE, "coordinate " + i);
      moved = Math.max(moved, Math.abs(fast[i] - start[i]));
    }
    assertTrue(moved > 1, "nothing moved");
  }

  private double[] visit(
      WeightedGraph graph, double[] before, int c, int epoch, long stream, int negatives) {
    double[] after = before.clone();
    for (int v = 0; v < N; v++) {
      double[] own = java.util.Arrays.copyOfRange(before, v * c, v * c + c);
      long key = Seeds.bits(stream, v);
      for (int e = graph.offsets()[v]; e < graph.offsets()[v + 1]; e++) {
        double rate = graph.weights()[e] / graph.largestWeight();
        boolean due = Math.floor(epoch * rate) > Math.floor((epoch - 1) * rate);
        if (!due) {
          continue;
        }
        step(own, before, graph.targets()[e] * c, epoch, true);
        for (int s = 0; s < negatives; s++) {
          key = key * 6364136223846793005L + 1442695040888963407L;
          int other = (int) (((key >>> 32) * N) >>> 32);
          if (other != v) {
            step(own, before, other * c, epoch, false);
          }
        }
      }
      System.arraycopy(own, 0, after, v * c, c);
    }
    return after;
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
    coefficient = Math.max(coefficient, -0.5 / rate); // no further than halfway
    for (int j = 0; j < own.length; j++) {
      double force = coefficient * (own[j] - places[other + j]);
      own[j] += rate * Math.max(-4, Math.min(4, force));
    }
  }
}
