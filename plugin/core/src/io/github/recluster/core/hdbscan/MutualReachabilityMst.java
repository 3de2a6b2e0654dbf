// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

import io.github.recluster.core.compute.Parallel;

/**
 * The minimum spanning tree of mutual reachability, max(core of a, core of b, distance / alpha),
 * for euclidean distances in few dimensions.
 *
 * <p>In: a tree of the rows and their core distances. Out: n − 1 edges between slots; their sorted
 * weights are those of every minimum spanning tree, to the bit; which of several equal edges is
 * taken may differ from run to run, and {@link SingleLinkage} does not mind. How: Borůvka. A slot
 * with a neighbor that is at least as dense is joined to it at once, since nothing of its can be
 * shorter than its core distance: that leaves only the peaks of the density. Then in each round all
 * components look for their shortest edge: known neighbors give a bound, and pairs of boxes that
 * could beat it are opened, beginning with the largest boxes that lie in one component.
 *
 * <p>Ref: March, Ram, Gray: Fast Euclidean minimum spanning tree (KDD 2010); McInnes, Healy:
 * Accelerated hierarchical density based clustering (ICDMW 2017).
 */
final class MutualReachabilityMst {
  private static final int CHUNK = 4096;

  private final KdTree tree;
  private final double[] core;
  private final int[] neighbors;
  private final int width;
  private final double scale; // of squared distances: 1 / alpha²
  private final Parallel parallel;
  private final int[] parent; // union-find over slots
  private final int[] component; // of each slot: its root at the beginning of the round
  private final int[] uniform; // of each node: the component of all its slots, or −1
  private final double[] least; // of each node: the smallest core distance of its slots
  private final boolean[] inside; // slots whose known neighbors are all in their component
  private final ShortestEdges shortest;
  private final int[] from;
  private final int[] to;
  private final double[] weight;
  private int edges;

  private MutualReachabilityMst(KdTree tree, CoreDistances core, double alpha, Parallel parallel) {
    this.tree = tree;
    this.core = core.squared();
    this.neighbors = core.neighbors();
    this.width = core.width();
    this.scale = 1 / (alpha * alpha);
    this.parallel = parallel;
    int n = tree.n;
    parent = new int[n];
    component = new int[n];
    for (int i = 0; i < n; i++) {
      parent[i] = i;
    }
    uniform = new int[tree.nodes];
    least = new double[tree.nodes];
    inside = new boolean[n];
    shortest = new ShortestEdges(n);
    from = new int[Math.max(0, n - 1)];
    to = new int[from.length];
    weight = new double[from.length];
  }

  /** The spanning tree, between slots of {@code tree}. */
  static SpanningTree of(KdTree tree, CoreDistances core, double alpha, Parallel parallel) {
    return new MutualReachabilityMst(tree, core, alpha, parallel).run();
  }

  private SpanningTree run() {
    joinToDenser();
    leastCores();
    while (edges < from.length) {
      parallel.progress().checkCanceled();
      parallel.progress().report((double) edges / from.length, "Linking rows");
      nameComponents();
      boundByNeighbors();
      search();
      joinShortest();
    }
    return new SpanningTree(from, to, weight);
  }

  private int find(int i) {
    while (parent[i] != i) {
      parent[i] = parent[parent[i]];
      i = parent[i];
    }
    return i;
  }

  private void join(int a, int b, double squared) {
    int ra = find(a);
    int rb = find(b);
    if (ra != rb) {
      parent[Math.max(ra, rb)] = Math.min(ra, rb);
      from[edges] = a;
      to[edges] = b;
      weight[edges++] = Math.sqrt(squared);
    }
  }

  private void joinToDenser() {
    int[] link = new int[tree.n];
    parallel.forChunks(
        tree.n,
        CHUNK,
        (first, last) -> {
          for (int p = first; p < last; p++) {
            link[p] = -1;
            for (int i = p * width; i < (p + 1) * width; i++) {
              int q = neighbors[i];
              if (core[q] <= core[p] && (scale <= 1 || tree.squared(p, q) * scale <= core[p])) {
                link[p] = q;
                break;
              }
            }
          }
        });
    for (int p = 0; p < link.length; p++) {
      if (link[p] >= 0) {
        join(p, link[p], core[p]);
      }
    }
  }

  private void leastCores() {
    for (int v = tree.nodes - 1; v >= 0; v--) {
      if (tree.isLeaf(v)) {
        double min = Double.POSITIVE_INFINITY;
        for (int i = tree.start[v]; i < tree.end[v]; i++) {
          min = Math.min(min, core[i]);
        }
        least[v] = min;
      } else {
        least[v] = Math.min(least[v + 1], least[tree.right[v]]);
      }
    }
  }

  private void nameComponents() {
    parallel.forChunks(
        tree.n,
        CHUNK,
        (first, last) -> {
          for (int p = first; p < last; p++) {
            int root = p;
            while (parent[root] != root) {
              root = parent[root];
            }
            component[p] = root;
          }
        });
    for (int p = 0; p < tree.n; p++) {
      parent[p] = component[p];
    }
    for (int v = tree.nodes - 1; v >= 0; v--) {
      uniform[v] =
          tree.isLeaf(v)
              ? uniformLeaf(v)
              : uniform[v + 1] == uniform[tree.right[v]] ? uniform[v + 1] : -1;
    }
    shortest.clear();
  }

  private int uniformLeaf(int v) {
    int c = component[tree.start[v]];
    for (int i = tree.start[v] + 1; i < tree.end[v]; i++) {
      if (component[i] != c) {
        return -1;
      }
    }
    return c;
  }

  private void boundByNeighbors() {
    parallel.forChunks(
        tree.n,
        CHUNK,
        (first, last) -> {
          for (int p = first; p < last; p++) {
            if (!inside[p]) {
              inside[p] = !offerNeighbors(p);
            }
          }
        });
  }

  private boolean offerNeighbors(int p) {
    boolean outside = false;
    int c = component[p];
    for (int i = p * width; i < (p + 1) * width; i++) {
      int q = neighbors[i];
      if (component[q] != c) {
        outside = true;
        double w = Math.max(core[p], core[q]);
        if (w < shortest.of(c) || w < shortest.of(component[q])) {
          w = Math.max(w, tree.squared(p, q) * scale);
          shortest.offer(c, w, p, q);
          shortest.offer(component[q], w, p, q);
        }
      }
    }
    return outside;
  }

  /** Opens pairs of boxes, from the largest boxes that lie in one component, and other leaves. */
  private void search() {
    int[] queries = new int[tree.nodes];
    int count = 0;
    for (int v = 0; v < tree.nodes; ) {
      if (uniform[v] >= 0 || tree.isLeaf(v)) {
        queries[count++] = v;
        v = after(v);
      } else {
        v++;
      }
    }
    parallel.forChunks(
        count,
        32,
        (first, last) -> {
          LeafSearch leaves = new LeafSearch();
          for (int i = first; i < last; i++) {
            if (uniform[queries[i]] >= 0 && !tree.isLeaf(queries[i])) {
              pair(queries[i], 0);
            } else {
              leaves.search(queries[i]);
            }
          }
        });
  }

  /** The node that follows a node and all below it. */
  private int after(int v) {
    while (!tree.isLeaf(v)) {
      v = tree.right[v];
    }
    return v + 1;
  }

  /** Looks for edges from {@code v}, which lies in one component, to {@code w}. */
  private void pair(int v, int w) {
    int c = uniform[v];
    if (uniform[w] == c
        || Math.max(least[v], least[w]) >= shortest.of(c)
        || tree.squaredBetween(v, w) * scale >= shortest.of(c)) {
      return;
    }
    boolean leaf = tree.isLeaf(v);
    if (leaf && tree.isLeaf(w)) {
      for (int p = tree.start[v]; p < tree.end[v]; p++) {
        slot(p, w);
      }
    } else if (leaf
        || (!tree.isLeaf(w) && tree.end[w] - tree.start[w] >= tree.end[v] - tree.start[v])) {
      int a = w + 1;
      int b = tree.right[w];
      boolean first = tree.squaredBetween(v, a) <= tree.squaredBetween(v, b);
      pair(v, first ? a : b);
      pair(v, first ? b : a);
    } else {
      pair(v + 1, w);
      pair(tree.right[v], w);
    }
  }

  /** Looks for edges from a slot to those of a leaf; whether it found a shorter one. */
  private boolean slot(int p, int w) {
    int c = component[p];
    double own = core[p];
    double bound = shortest.of(c);
    if (own >= bound
        || uniform[w] == c
        || tree.squaredToBox(tree.points, p * tree.d, w) * scale >= bound) {
      return false;
    }
    boolean found = false;
    for (int q = tree.start[w]; q < tree.end[w]; q++) {
      if (core[q] < bound && component[q] != c) {
        double s = Math.max(Math.max(own, core[q]), tree.squared(p, q) * scale);
        if (s < bound) {
          shortest.offer(c, s, p, q);
          shortest.offer(component[q], s, p, q);
          bound = shortest.of(c);
          found = true;
        }
      }
    }
    return found;
  }

  /**
   * Looks for edges from the slots of a leaf: from those that are dense enough to have a shorter
   * edge than is known, and from the box around these alone. For one thread.
   */
  private final class LeafSearch {
    private int[] slots = new int[0];
    private int count;
    private int only; // the component of them all, or −1
    private double bound; // the longest of what their components have so far, or more
    private final double[] box = new double[2 * tree.d];

    void search(int v) {
      gather(v);
      if (count > 0) {
        visit(0, tree.squaredBetween(box, 0));
      }
    }

    private void gather(int v) {
      int size = tree.end[v] - tree.start[v];
      slots = slots.length < size ? new int[size] : slots;
      count = 0;
      bound = 0;
      for (int p = tree.start[v]; p < tree.end[v]; p++) {
        double s = shortest.of(component[p]);
        if (core[p] < s) {
          only = count == 0 || only == component[p] ? component[p] : -1;
          slots[count++] = p;
          bound = Math.max(bound, s);
        }
      }
      tree.enclose(slots, count, box);
    }

    private void visit(int w, double apart) {
      if (apart * scale >= bound || least[w] >= bound || (only >= 0 && uniform[w] == only)) {
        return;
      }
      if (tree.isLeaf(w)) {
        scan(w);
        return;
      }
      int a = w + 1;
      int b = tree.right[w];
      double toA = tree.squaredBetween(box, a);
      double toB = tree.squaredBetween(box, b);
      if (toA <= toB) {
        visit(a, toA);
        visit(b, toB);
      } else {
        visit(b, toB);
        visit(a, toA);
      }
    }

    private void scan(int w) {
      boolean found = false;
      for (int i = 0; i < count; i++) {
        found |= slot(slots[i], w);
      }
      if (found) {
        bound = 0;
        for (int i = 0; i < count; i++) {
          bound = Math.max(bound, shortest.of(component[slots[i]]));
        }
      }
    }
  }

  private void joinShortest() {
    for (int c = 0; c < tree.n; c++) {
      if (component[c] == c && shortest.from[c] >= 0) {
        join(shortest.from[c], shortest.to[c], shortest.squared[c]);
      }
    }
  }
}
