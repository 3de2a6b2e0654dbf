// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.graph.WeightedGraph;
import io.github.recluster.core.neighbors.KnnSearch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beside a layout that is written down as plainly as can be: powers, no table, no blocks. */
class LayoutOptimizerTest {
  /** Tables err by 2e−4 of a step, steps are short, and a few follow one another. */
  private static final double TABLE = 0.02;

  private static final double LONGEST = 4.7;

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
    double[] moved = own.clone();
    step(moved, own, other, epoch, 0);
    double[] met = other.clone();
    step(met, other, own, epoch, 0);
    System.arraycopy(met, 0, places, w * c, c);
    List<Integer> all = near(before, v, c, N);
    List<Integer> near = near(before, v, c, 1);
    long key = random;
    for (int s = 0; s < 4; s++) {
      key = key * 6364136223846793005L + 1442695040888963407L;
      int bound = s < 2 ? N : near.size();
      int number = (int) (((key >>> 32) * bound) >>> 32);
      int rival = (s < 2 ? all : near).get(number);
      if (rival != v && (s >= 2 || !near.contains(rival))) {
        double share = options.negativeSampleRate() / 2.0 * (s < 2 ? 1 : (double) near.size() / N);
        step(moved, own, Arrays.copyOfRange(before, rival * c, rival * c + c), epoch, share);
      }
    }
    System.arraycopy(moved, 0, places, v * c, c);
  }

  /** Who stands at most so many cells from v: by rows of cells, by cells, by number. */
  private static List<Integer> near(double[] places, int v, int c, int far) {
    int up = c > 1 ? 1 : 0;
    double left = Double.POSITIVE_INFINITY;
    double low = Double.POSITIVE_INFINITY;
    double right = 0;
    double high = 0;
    for (int w = 0; w < N; w++) {
      left = Math.min(left, places[w * c]);
      right = Math.max(right, places[w * c]);
      low = Math.min(low, places[w * c + up]);
      high = Math.max(high, places[w * c + up]);
    }
    double width = 1;
    while (((right - left) / width + 3) * ((high - low) / width + 3) > 2 * N + 64) {
      width *= 1.5;
    }
    int[][] cells = new int[N][];
    for (int w = 0; w < N; w++) {
      cells[w] =
          new int[] {
            (int) ((places[w * c + up] - low) / width), (int) ((places[w * c] - left) / width)
          };
    }
    List<Integer> near = new ArrayList<>();
    for (int w = 0; w < N; w++) {
      if (Math.abs(cells[w][0] - cells[v][0]) <= far
          && Math.abs(cells[w][1] - cells[v][1]) <= far) {
        near.add(w);
      }
    }
    near.sort(
        Comparator.comparingInt((Integer w) -> cells[w][0])
            .thenComparingInt(w -> cells[w][1])
            .thenComparingInt(w -> w));
    return near;
  }

  /** Moves a point: toward the other if {@code share} is 0, else away, so many times as far. */
  private void step(double[] moved, double[] own, double[] other, int epoch, double share) {
    double u = 0;
    for (int j = 0; j < own.length; j++) {
      u += (own[j] - other[j]) * (own[j] - other[j]);
    }
    double rate = 1 - (double) epoch / EPOCHS;
    double coefficient = share == 0 ? Math.max(pull(u), -0.1 / rate) : push(u);
    for (int j = 0; j < own.length; j++) {
      moved[j] += rate * coefficient * (own[j] - other[j]) * (share == 0 ? 1 : share);
    }
  }

  private double pull(double u) {
    double pull =
        2
            * curve.a()
            * curve.b()
            * Math.pow(u, curve.b() - 1)
            / (1 + curve.a() * Math.pow(u, curve.b()));
    return -Math.min(pull, LONGEST / Math.sqrt(u));
  }

  private double push(double u) {
    double push = 2 * curve.b() / ((0.001 + u) * (1 + curve.a() * Math.pow(u, curve.b())));
    return Math.min(push, LONGEST / Math.sqrt(u));
  }

  /** Near and far others are sampled apart: on average they push as all the others do together. */
  @ParameterizedTest
  @Tag("law")
  @ValueSource(ints = {2, 3})
  void pushesOnAverageAsAllOthersDo(int c) {
    int n = 60;
    int draws = 20_000;
    double rate = 1e-4;
    float[] start = new float[n * c];
    for (int i = 0; i < start.length; i++) {
      start[i] = (float) (6 * Seeds.uniform(5, i));
    }
    int[] offsets = new int[n + 1];
    Arrays.fill(offsets, 1, n + 1, 2);
    offsets[1] = 1;
    WeightedGraph one = new WeightedGraph(offsets, new int[] {1, 0}, new float[] {1, 1});
    LayoutOptimizer layout =
        new LayoutOptimizer(one, options.withComponents(c).withLearningRate(rate), 2);
    double[] moved = new double[c];
    for (int draw = 0; draw < draws; draw++) {
      float[] places = start.clone();
      layout.run(places, draw, Parallel.SERIAL);
      for (int j = 0; j < c; j++) {
        moved[j] += (places[j] - start[j]) / draws;
      }
    }
    double[] all = new double[c];
    for (int w = 1; w < n; w++) {
      double u = 0;
      for (int j = 0; j < c; j++) {
        u += (start[j] - start[w * c + j]) * (start[j] - start[w * c + j]);
      }
      for (int j = 0; j < c; j++) {
        double difference = start[j] - start[w * c + j];
        all[j] += 5.0 / n * push(u) * difference;
        all[j] += w == 1 ? 2 * pull(u) * difference : 0;
      }
    }
    for (int j = 0; j < c; j++) {
      assertEquals(all[j], moved[j] / (rate / 2), 0.03, "component " + j); // of the sampling
    }
  }
}
