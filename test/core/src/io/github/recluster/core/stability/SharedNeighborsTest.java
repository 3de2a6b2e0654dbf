// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.stability;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Progress;
import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.neighbors.KnnGraph;
import io.github.recluster.core.neighbors.KnnSearch;
import io.github.recluster.core.umap.UmapOptions;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SharedNeighborsTest {
  private static final UmapOptions OPTIONS = UmapOptions.DEFAULTS.withNeighbors(10).withSeed(7);

  @Test
  @Tag("law")
  void ofTwoGraphsTheNearestAreKept() {
    KnnGraph one = new KnnGraph(2, 3, new int[] {4, 5, 9, 1, 2, 3}, new float[] {1, 2, 5, 1, 2, 3});
    KnnGraph other =
        new KnnGraph(2, 3, new int[] {4, 3, 6, 1, 2, 3}, new float[] {1, 2, 3, 1, 2, 3});
    KnnGraph both = SharedNeighbors.nearest(one, other);
    assertArrayEquals(new int[] {4, 3, 5, 1, 2, 3}, both.indices(), "ties go to the smaller index");
    assertArrayEquals(new float[] {1, 2, 2, 1, 2, 3}, both.distances());
    KnnGraph turned = SharedNeighbors.nearest(other, one);
    assertArrayEquals(both.indices(), turned.indices());
    assertArrayEquals(both.distances(), turned.distances());
  }

  @Test
  @Tag("quality")
  void whatOneSearchMissesAnotherFinds() {
    Matrix x = clouds(KnnSearch.EXACT_ROWS + 400, 20);
    KnnGraph single =
        KnnSearch.find(x, 9, OPTIONS.metric(), OPTIONS.seed(), new Parallel(2, Progress.NONE));
    KnnGraph shared = SharedNeighbors.of(x, OPTIONS, 3, new Parallel(2, Progress.NONE));
    int alone = missed(x, single);
    int together = missed(x, shared);
    assertTrue(alone >= 10, "this table must be hard for one search: " + alone);
    assertTrue(together * 4 <= alone, together + " of " + alone);
    assertArrayEquals(
        shared.indices(), SharedNeighbors.of(x, OPTIONS, 3, Parallel.SERIAL).indices(), "threads");
  }

  /** Neighbors of every eighth row that are nearer than the last one found, and were not found. */
  private static int missed(Matrix x, KnnGraph graph) {
    int k = graph.k();
    int missed = 0;
    for (int i = 0; i < x.rows(); i += 8) {
      int row = i;
      int[] found = Arrays.copyOfRange(graph.indices(), i * k, i * k + k);
      double last = Arrays.stream(found).mapToDouble(j -> squared(x, row, j)).max().orElseThrow();
      missed +=
          (int)
              IntStream.range(0, x.rows())
                  .filter(j -> j != row && squared(x, row, j) < last * (1 - 1e-6)) // floats
                  .filter(j -> Arrays.stream(found).noneMatch(f -> f == j))
                  .count();
    }
    return missed;
  }

  private static double squared(Matrix x, int i, int j) {
    double sum = 0;
    for (int c = 0; c < x.columns(); c++) {
      double d = x.get(i, c) - x.get(j, c);
      sum += d * d;
    }
    return sum;
  }

  private static Matrix clouds(int n, int columns) {
    double[] values = new double[n * columns];
    for (int i = 0; i < values.length; i++) {
      long cloud = i / columns % 10;
      values[i] = Seeds.uniform(5, i) + Seeds.uniform(99, cloud * columns + i % columns);
    }
    return Matrix.of(n, columns, values);
  }
}
