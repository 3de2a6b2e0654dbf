// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.neighbors;

import io.github.recluster.core.compute.Seeds;
import java.util.Arrays;

/**
 * Who is compared around a point in one round: those in its list and those in whose lists it is,
 * drawn by lot where they are too many.
 */
final class Candidates {
  private final SharedLists lists;
  private final int wanted;
  private final long seed;
  private final int[] starts;
  private final int[] sources;

  Candidates(SharedLists lists, int wanted, long seed) {
    this.lists = lists;
    this.wanted = wanted;
    this.seed = seed;
    int n = lists.n;
    starts = new int[n + 1];
    for (int target : lists.indices) {
      if (target < n) {
        starts[target + 1]++;
      }
    }
    for (int p = 0; p < n; p++) {
      starts[p + 1] += starts[p];
    }
    sources = new int[starts[n]];
    int[] at = Arrays.copyOf(starts, n);
    for (int e = 0; e < lists.indices.length; e++) {
      int target = lists.indices[e];
      if (target < n) {
        // the sign tells fresh entries
        sources[at[target]++] = lists.fresh[e] ? e / lists.k : ~(e / lists.k);
      }
    }
  }

  long[] roomFor(int p, long[] room) {
    int most = lists.k + starts[p + 1] - starts[p];
    return room.length >= most ? room : new long[2 * most];
  }

  /** The candidates of one kind, fresh or not, in the order of their lots. */
  int[] of(int p, boolean fresh, long[] room) {
    int count = 0;
    for (int e = p * lists.k; e < (p + 1) * lists.k; e++) {
      if (lists.fresh[e] == fresh && lists.indices[e] < lists.n) {
        room[count++] = lot(p, lists.indices[e]);
      }
    }
    for (int s = starts[p]; s < starts[p + 1]; s++) {
      int source = sources[s];
      if (source >= 0 == fresh) {
        room[count++] = lot(p, fresh ? source : ~source);
      }
    }
    Arrays.sort(room, 0, count);
    int[] drawn = new int[Math.min(count, wanted)];
    int size = 0;
    for (int i = 0; i < count && size < drawn.length; i++) {
      if (i == 0 || room[i] != room[i - 1]) {
        drawn[size++] = (int) room[i];
      }
    }
    return size == drawn.length ? drawn : Arrays.copyOf(drawn, size);
  }

  /** A random number above, the index below. */
  private long lot(int p, int q) {
    return (Seeds.bits(seed, ((long) p << 32) + q) & ~0xFFFFFFFFL) | q;
  }
}
