// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

import io.github.recluster.core.compute.Progress;
import io.github.recluster.core.compute.RadixSort;
import java.util.Arrays;

/**
 * Makes the single linkage tree of a spanning tree.
 *
 * <p>In: n − 1 edges in any order. Out: the merges, nearest first. How: radix sort by weight, then
 * union-find, O(n α(n)).
 *
 * <p>Mutual reachability is full of equal distances, and what merges at one distance has no order
 * of its own. So all edges of one weight are taken at once: the sets of parts that they join do not
 * depend on which minimum spanning tree it was. Each set is then merged largest part first, equal
 * sizes in the order of their first rows. Thus no run of equal distances ever makes a small cluster
 * that lives for no time, equal rows leave their cluster together, and the tree depends on the rows
 * alone.
 *
 * <p>Differs: hdbscan takes edges of one weight in the order in which they were found.
 */
final class SingleLinkage {
  private final int n;
  private final SpanningTree edges;
  private final int[] parent; // union-find over rows; roots also have the following
  private final int[] node; // of the tree
  private final int[] size;
  private final int[] first; // row
  private final int[] left;
  private final int[] right;
  private final double[] distance;
  private int merges;
  private int[] local = new int[0]; // of a root: its number among the parts that are being joined

  private SingleLinkage(int n, SpanningTree edges) {
    this.n = n;
    this.edges = edges;
    parent = new int[n];
    node = new int[n];
    first = new int[n];
    for (int i = 0; i < n; i++) {
      parent[i] = i;
      node[i] = i;
      first[i] = i;
    }
    size = new int[n];
    Arrays.fill(size, 1);
    left = new int[edges.weight().length];
    right = new int[left.length];
    distance = new double[left.length];
  }

  /** The tree over rows 0 … n−1. */
  static SingleLinkageTree of(int n, SpanningTree edges, Progress progress) {
    return new SingleLinkage(n, edges).run(progress);
  }

  private SingleLinkageTree run(Progress progress) {
    double[] weight = edges.weight();
    long[] keys = new long[weight.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = Double.doubleToRawLongBits(weight[i] + 0.0); // −0 is 0
    }
    int[] order = RadixSort.order(keys, progress);
    int from = 0;
    while (from < order.length) {
      int to = from + 1;
      while (to < order.length && weight[order[to]] == weight[order[from]]) {
        to++;
      }
      if (to == from + 1) {
        int e = order[from];
        joinTwo(find(edges.from()[e]), find(edges.to()[e]), weight[e]);
      } else {
        joinAll(order, from, to);
      }
      if ((from >> 16) != (to >> 16)) {
        progress.checkCanceled();
      }
      from = to;
    }
    return SingleLinkageTree.of(n, left, right, distance);
  }

  private int find(int i) {
    while (parent[i] != i) {
      parent[i] = parent[parent[i]];
      i = parent[i];
    }
    return i;
  }

  private boolean before(int a, int b) {
    return size[a] != size[b] ? size[a] > size[b] : first[a] < first[b];
  }

  /** Joins two roots; the one that is before the other is left. Returns the root of both. */
  private int joinTwo(int a, int b, double weight) {
    int big = before(a, b) ? a : b;
    int small = big == a ? b : a;
    left[merges] = node[big];
    right[merges] = node[small];
    distance[merges] = weight;
    parent[small] = big;
    size[big] += size[small];
    first[big] = Math.min(first[big], first[small]);
    node[big] = n + merges++;
    return big;
  }

  /** Joins what the edges {@code order[from … to−1]}, all of one weight, connect. */
  private void joinAll(int[] order, int from, int to) {
    if (local.length == 0) {
      local = new int[n];
      Arrays.fill(local, -1);
    }
    int[] parts = new int[2 * (to - from)];
    int[] group = new int[parts.length]; // union-find over parts; a group's root has its first row
    int count = 0;
    for (int i = from; i < to; i++) {
      int a = part(find(edges.from()[order[i]]), parts, group, count);
      count = Math.max(count, a + 1);
      int b = part(find(edges.to()[order[i]]), parts, group, count);
      count = Math.max(count, b + 1);
      int ra = root(group, a);
      int rb = root(group, b);
      if (first[parts[ra]] < first[parts[rb]]) {
        group[rb] = ra;
      } else {
        group[ra] = rb;
      }
    }
    int[] key = new int[count]; // the first row of each part's group
    for (int i = 0; i < count; i++) {
      key[i] = first[parts[root(group, i)]];
    }
    for (int i = 0; i < count; i++) {
      local[parts[i]] = -1;
    }
    sort(parts, key, count);
    double weight = edges.weight()[order[from]];
    for (int i = 0; i < count; ) {
      int root = parts[i];
      int j = i + 1;
      for (; j < count && key[j] == key[i]; j++) {
        root = joinTwo(root, parts[j], weight);
      }
      i = j;
    }
  }

  private int part(int root, int[] parts, int[] group, int count) {
    if (local[root] < 0) {
      local[root] = count;
      parts[count] = root;
      group[count] = count;
    }
    return local[root];
  }

  private static int root(int[] group, int i) {
    while (group[i] != i) {
      group[i] = group[group[i]];
      i = group[i];
    }
    return i;
  }

  /** Sorts parts by group, then largest first. */
  private void sort(int[] parts, int[] key, int count) {
    if (count > 40) {
      Integer[] index = new Integer[count];
      Arrays.setAll(index, i -> i);
      Arrays.sort(
          index,
          (i, j) ->
              key[i] != key[j]
                  ? Integer.compare(key[i], key[j])
                  : before(parts[i], parts[j]) ? -1 : i.equals(j) ? 0 : 1);
      int[] oldParts = Arrays.copyOf(parts, count);
      int[] oldKey = key.clone();
      for (int i = 0; i < count; i++) {
        parts[i] = oldParts[index[i]];
        key[i] = oldKey[index[i]];
      }
      return;
    }
    for (int i = 1; i < count; i++) {
      int p = parts[i];
      int k = key[i];
      int j = i;
      while (j > 0 && (k < key[j - 1] || (k == key[j - 1] && before(p, parts[j - 1])))) {
        parts[j] = parts[j - 1];
        key[j] = key[j - 1];
        j--;
      }
      parts[j] = p;
      key[j] = k;
    }
  }
}
