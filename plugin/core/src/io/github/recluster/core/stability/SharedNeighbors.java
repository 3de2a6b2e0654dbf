// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.stability;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.neighbors.KnnGraph;
import io.github.recluster.core.neighbors.KnnSearch;
import io.github.recluster.core.neighbors.MetricSpace;
import io.github.recluster.core.umap.UmapOptions;
import java.util.Arrays;

/**
 * Neighbors that hang on the seed of a search as little as may be.
 *
 * <p>In: rows in canonical order. Out: of what several searches find, the nearest. How: an
 * approximate search misses one neighbor in a hundred or two, and which ones hangs on its seed; a
 * group of rows may then be one cluster on one graph and two on the next, however many layouts
 * agree on each. What one search misses another finds, so that of three one in thousands is
 * missing. One exact search is enough, and approximate ones end when one finds nothing new.
 */
final class SharedNeighbors {
  private static final long STREAM = 0x5ea2c4;

  private SharedNeighbors() {}

  /** The neighbors that a UMAP graph with these options needs, from so many searches at most. */
  static KnnGraph of(Matrix x, UmapOptions umap, int searches, Parallel parallel) {
    MetricSpace space = MetricSpace.of(x, umap.metric());
    int most = KnnSearch.isExact(x.rows(), umap.neighbors() - 1, space) ? 1 : searches;
    KnnGraph best = search(x, umap, 0, parallel.part(0, 1.0 / most));
    for (int s = 1; s < most; s++) {
      Parallel part = parallel.part((double) s / most, (s + 1.0) / most);
      KnnGraph both = nearest(best, search(x, umap, s, part));
      if (Arrays.equals(both.indices(), best.indices())) {
        break;
      }
      best = both;
    }
    return best;
  }

  private static KnnGraph search(Matrix x, UmapOptions umap, int s, Parallel parallel) {
    long seed = s == 0 ? umap.seed() : Seeds.stream(umap.seed(), STREAM + s);
    return KnnSearch.find(x, umap.neighbors() - 1, umap.metric(), seed, parallel);
  }

  /** Of each row the k nearest of its neighbors in two graphs. */
  static KnnGraph nearest(KnnGraph one, KnnGraph other) {
    int k = one.k();
    int[] indices = new int[one.indices().length];
    float[] distances = new float[indices.length];
    for (int from = 0; from < indices.length; from += k) {
      int a = from;
      int b = from;
      for (int at = from; at < from + k; ) {
        boolean first = before(one, a, other, b, from + k);
        KnnGraph graph = first ? one : other;
        int taken = first ? a++ : b++;
        if (!contains(indices, from, at, graph.indices()[taken])) {
          indices[at] = graph.indices()[taken];
          distances[at++] = graph.distances()[taken];
        }
      }
    }
    return new KnnGraph(one.rows(), k, indices, distances);
  }

  private static boolean before(KnnGraph one, int a, KnnGraph other, int b, int end) {
    if (a == end || b == end) {
      return b == end;
    }
    float d = one.distances()[a];
    float e = other.distances()[b];
    return d < e || (d == e && one.indices()[a] <= other.indices()[b]);
  }

  private static boolean contains(int[] indices, int from, int to, int index) {
    for (int i = from; i < to; i++) {
      if (indices[i] == index) {
        return true;
      }
    }
    return false;
  }
}
