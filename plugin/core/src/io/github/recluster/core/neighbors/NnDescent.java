// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.neighbors;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Seeds;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Approximate neighbors: a neighbor's neighbor is probably a neighbor.
 *
 * <p>In: n points of d floats, any kernel. Out: k neighbors each, nearly all of them right. How:
 * within the groups of a {@link PivotForest} all pairs are compared, a {@link Tile} at a time;
 * then, round by round, each point looks at the neighbors of its neighbors and of those whose
 * neighbor it is, where one of the two steps is fresh, until hardly anything changes. A point's
 * list is its own: in a round it is written by whoever looks for that point, and others read the
 * lists of the round before, so the bits are the same at any number of threads. Points are numbered
 * in the order of a tree, so that near ones lie near in memory. Ref: Dong, Moses, Li: Efficient
 * k-nearest neighbor graph construction for generic similarity measures (WWW 2011).
 */
final class NnDescent {
  private static final int TREES = 8;
  private static final int LEAF = 256;

  /** From so many coordinates on, groups are half as large: steps cost less than pairs there. */
  private static final int MANY = 128;

  private static final int ROUNDS = 8;
  private static final double CHANGE = 0.002;
  private static final int CHUNK = 256;
  private static final int CHUNKS = 64;
  private static final int NONE = Integer.MAX_VALUE;

  private final int n;
  private final int d;
  private final int k;
  private final Kernel kernel;
  private final Parallel parallel;
  private final OwnLists lists;

  /** Of those whose neighbor a point is, it looks at so many. */
  private final int most;

  private float[] points;

  private NnDescent(float[] points, int n, int d, int k, Kernel kernel, Parallel parallel) {
    this.points = points;
    this.n = n;
    this.d = d;
    this.k = k;
    this.kernel = kernel;
    this.parallel = parallel;
    this.lists = new OwnLists(n, k);
    this.most = k + k / 2 + 1;
  }

  /** Neighbors by the kernel's number; {@code k} well below n. */
  static KnnGraph find(
      float[] points, int n, int d, int k, Kernel kernel, long seed, Parallel parallel) {
    NnDescent search = new NnDescent(points, n, d, k, kernel, parallel);
    int[] names = search.plant(seed);
    for (int round = 1; round <= ROUNDS; round++) {
      parallel
          .progress()
          .report(0.5 + 0.5 * round / (ROUNDS + 1), "Searching neighbors, round " + round);
      long changed = search.round();
      if (changed <= CHANGE * n * k) {
        break;
      }
    }
    return search.named(names);
  }

  /** Compares all pairs within groups; the old number of each new one. */
  private int[] plant(long seed) {
    int largest = Math.max(d < MANY ? LEAF : LEAF / 2, 2 * k + 2);
    PivotForest forest =
        new PivotForest(points, n, d, largest, kernel, Seeds.stream(seed, 0), parallel);
    int[][] orders = new int[TREES][];
    Counter done = new Counter(2L * TREES, parallel.part(0, 0.5));
    parallel.forChunks(
        TREES,
        1,
        (from, to) -> {
          orders[from] = forest.grow(Seeds.stream(seed, 1 + from));
          done.add(1);
        });
    int[] names = orders[0];
    renumber(orders);
    for (int[] order : orders) {
      parallel.forChunks(
          forest.groups(),
          8,
          (from, to) -> {
            Tile tile = new Tile(points, d, largest, kernel);
            for (int group = from; group < to; group++) {
              compareAll(tile, order, forest.start(group), forest.start(group + 1));
            }
          });
      done.add(1);
    }
    return names;
  }

  /** Gives points the number of their place in the first order. */
  private void renumber(int[][] orders) {
    int[] names = orders[0];
    int[] places = new int[n];
    float[] moved = new float[n * d];
    for (int i = 0; i < n; i++) {
      places[names[i]] = i;
      System.arraycopy(points, names[i] * d, moved, i * d, d);
    }
    points = moved;
    orders[0] = new int[n];
    for (int i = 0; i < n; i++) {
      orders[0][i] = i;
      for (int t = 1; t < orders.length; t++) {
        orders[t][i] = places[orders[t][i]];
      }
    }
  }

  private void compareAll(Tile tile, int[] order, int from, int to) {
    tile.load(order, from, to);
    for (int i = from; i < to; i++) {
      int p = order[i];
      tile.compare(points, p * d);
      float worst = lists.worst(p);
      for (int l = 0; l < to - from; l++) {
        if (tile.numbers[l] <= worst && tile.row(l) != p) {
          lists.offer(p, tile.row(l), tile.numbers[l]);
          worst = lists.worst(p);
        }
      }
    }
  }

  /** Number of offers that were taken. */
  private long round() {
    int[] ahead = lists.snapshot();
    int[] back = back(ahead);
    AtomicLong taken = new AtomicLong();
    parallel.forChunks(
        n,
        Math.max(CHUNK, n / CHUNKS),
        (from, to) -> {
          int[] seen = new int[n];
          int[] near = new int[k + most];
          long count = 0;
          for (int p = from; p < to; p++) {
            int size = step(p, ahead, back, seen, near);
            count += first(p, near, size, seen) + second(p, near, size, ahead, back, seen);
          }
          taken.addAndGet(count);
        });
    return taken.get();
  }

  /**
   * Who is one step from a point, {@code ~index} where the step is fresh; marks known neighbors.
   */
  private int step(int p, int[] ahead, int[] back, int[] seen, int[] near) {
    int size = 0;
    seen[p] = p + 1;
    for (int e = p * k; e < p * k + k; e++) {
      near[size++] = ahead[e];
      seen[index(ahead[e])] = p + 1;
    }
    for (int e = p * most; e < (p + 1) * most && back[e] != NONE; e++) {
      if (seen[index(back[e])] != p + 1) {
        near[size++] = back[e];
      }
    }
    return size;
  }

  private int first(int p, int[] near, int size, int[] seen) {
    int taken = 0;
    for (int s = k; s < size; s++) {
      if (near[s] < 0) {
        taken += meet(p, ~near[s], seen);
      }
    }
    return taken;
  }

  private int second(int p, int[] near, int size, int[] ahead, int[] back, int[] seen) {
    int taken = 0;
    for (int s = 0; s < size; s++) {
      boolean fresh = near[s] < 0;
      int u = index(near[s]);
      for (int e = u * k; e < u * k + k; e++) {
        if (fresh || ahead[e] < 0) {
          taken += meet(p, index(ahead[e]), seen);
        }
      }
      for (int e = u * most; e < (u + 1) * most && back[e] != NONE; e++) {
        if (fresh || back[e] < 0) {
          taken += meet(p, index(back[e]), seen);
        }
      }
    }
    return taken;
  }

  private static int index(int entry) {
    return entry < 0 ? ~entry : entry;
  }

  private int meet(int p, int q, int[] seen) {
    if (seen[q] == p + 1) {
      return 0;
    }
    seen[q] = p + 1;
    float worst = lists.worst(p);
    float number = kernel.upTo(worst, points, p * d, points, q * d, d);
    if (number > worst) {
      return 0;
    }
    lists.offer(p, q, number);
    return 1;
  }

  /**
   * Per point, those whose neighbor it is, their nearest neighbors first; {@link #most} of them.
   */
  private int[] back(int[] ahead) {
    int[] back = new int[n * most];
    Arrays.fill(back, NONE);
    int[] size = new int[n];
    for (int j = 0; j < k; j++) {
      parallel.progress().checkCanceled();
      for (int p = 0; p < n; p++) {
        int entry = ahead[p * k + j];
        int q = index(entry);
        if (size[q] < most) {
          back[q * most + size[q]++] = entry < 0 ? ~p : p;
        }
      }
    }
    return back;
  }

  /** The lists by the points' own numbers, ties by these. */
  private KnnGraph named(int[] names) {
    int[] indices = new int[n * k];
    float[] numbers = new float[n * k];
    for (int p = 0; p < n; p++) {
      int first = names[p] * k;
      for (int j = 0; j < k; j++) {
        int q = names[lists.indices[p * k + j]];
        float number = lists.numbers[p * k + j];
        int at = first + j;
        for (; at > first && numbers[at - 1] == number && indices[at - 1] > q; at--) {
          numbers[at] = numbers[at - 1];
          indices[at] = indices[at - 1];
        }
        numbers[at] = number;
        indices[at] = q;
      }
    }
    return new KnnGraph(n, k, indices, numbers);
  }
}
