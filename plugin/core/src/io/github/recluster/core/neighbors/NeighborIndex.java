// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.neighbors;

import io.github.recluster.core.compute.Parallel;

/**
 * Finds the nearest of known points to new ones, each by itself.
 *
 * <p>How: by a {@link KdTree} where one suits and there are enough queries to pay for building it;
 * else every known point is looked at, many new ones passing over them together. Both find the
 * same, bit for bit.
 */
public final class NeighborIndex {
  private static final int TREE_ROWS = 64;

  /** From this many points on a tree is worth its while. */
  private static final int LARGE = 1024;

  /** Up to this many coordinates a tree is sooner than a look at all points. */
  private static final int TREE_COORDINATES = 16;

  private final MetricSpace space;
  private final float[] points;
  private final int n;

  /** Built when first needed, then kept. */
  private KdTree tree;

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
    int[] indices = new int[m * kept];
    float[] numbers = new float[m * kept];
    KdTree found = kept == 0 ? null : tree(m, parallel);
    if (found == null) {
      lookAtAll(queries, kept == 0 ? 0 : m, indices, numbers, kept, parallel);
    } else {
      int d = space.dimensions();
      parallel.forChunks(
          m,
          TREE_ROWS,
          (from, to) -> {
            KdTree.Search search = found.new Search(kept);
            for (int i = from; i < to; i++) {
              put(search.nearest(queries, i * d, -1), indices, numbers, i * kept);
            }
          });
    }
    space.toDistances(numbers);
    return new KnnGraph(m, kept, indices, numbers);
  }

  private static void put(NearestList list, int[] indices, float[] numbers, int at) {
    System.arraycopy(list.indices, 0, indices, at, list.indices.length);
    System.arraycopy(list.numbers, 0, numbers, at, list.indices.length);
  }

  /** The tree, or null where looking at all is as good. */
  private synchronized KdTree tree(int m, Parallel parallel) {
    int d = space.dimensions();
    Kernel kernel = space.kernel();
    boolean pays = n >= LARGE && m >= TREE_ROWS && d <= TREE_COORDINATES;
    if (tree == null && pays && kernel.growsWithDifferences()) {
      tree = KdTree.of(points, n, d, kernel, parallel);
    }
    return tree;
  }

  private void lookAtAll(
      float[] queries, int m, int[] indices, float[] numbers, int kept, Parallel parallel) {
    ExactKnn search = new ExactKnn(points, n, space.dimensions(), space.kernel());
    parallel.forChunks(
        m,
        ExactKnn.ROWS,
        (from, to) -> {
          NearestList[] lists = search.nearest(queries, from, to, kept, false);
          for (int i = from; i < to; i++) {
            put(lists[i - from], indices, numbers, i * kept);
          }
        });
  }
}
