// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.neighbors;

import io.github.recluster.core.compute.Parallel;

/**
 * Finds the nearest of known points to new ones, each by itself.
 *
 * <p>How: every known point is looked at; eight new ones pass over them together.
 */
public final class NeighborIndex {
  private static final int ROWS = 8;

  private final MetricSpace space;
  private final float[] points;
  private final int n;

  /**
   * An index of points.
   *
   * @param points n × {@code space.dimensions()} floats; not copied
   */
  public NeighborIndex(MetricSpace space, float[] points, int n) {
    this.space = space;
    this.points = points;
    this.n = n;
  }

  /**
   * The k nearest known points of each new one; all of them if there are fewer.
   *
   * @param queries m × {@code space.dimensions()} floats
   */
  public KnnGraph find(float[] queries, int m, int k, Parallel parallel) {
    int kept = Math.min(k, n);
    int d = space.dimensions();
    Kernel kernel = space.kernel();
    int[] indices = new int[m * kept];
    float[] numbers = new float[m * kept];
    parallel.forChunks(
        kept == 0 ? 0 : m,
        ROWS,
        (from, to) -> {
          NearestList[] lists = new NearestList[to - from];
          for (int i = 0; i < lists.length; i++) {
            lists[i] = new NearestList(kept);
          }
          for (int j = 0; j < n; j++) {
            for (int i = from; i < to; i++) {
              lists[i - from].offer(j, kernel.between(queries, i * d, points, j * d, d));
            }
          }
          for (int i = from; i < to; i++) {
            System.arraycopy(lists[i - from].indices, 0, indices, i * kept, kept);
            System.arraycopy(lists[i - from].numbers, 0, numbers, i * kept, kept);
          }
        });
    space.toDistances(numbers);
    return new KnnGraph(m, kept, indices, numbers);
  }
}
