// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

import java.util.Arrays;

/**
 * The single linkage tree without what is too small to be a cluster: clusters split in two, or lose
 * rows, while lambda (1 / distance) grows.
 *
 * <p>In: a single linkage tree and the smallest size of a cluster. Out: clusters 0 … c−1, a parent
 * always before its children, 0 the whole table; each with its parent and the lambda at which it is
 * born; each row with the last cluster that holds it and the lambda at which it leaves. How: one
 * pass over the merges from the top, O(n) time and 12 bytes a row.
 *
 * <p>To the outside the tree is a table of edges as hdbscan exports it: nodes 0 … n−1 are rows,
 * cluster {@code i} is node n + i.
 *
 * <p>Ref: Campello, Moulavi, Sander: Density-based clustering based on hierarchical density
 * estimates (PAKDD 2013), section 4. Differs: clusters are numbered by falling distance of their
 * birth, not breadth first.
 */
public final class CondensedTree {
  private final int[] rowParent;
  private final double[] rowLambda;
  private final int[] parent;
  private final double[] birth;
  private final int[] size;

  CondensedTree(int[] rowParent, double[] rowLambda, int[] parent, double[] birth, int[] size) {
    this.rowParent = rowParent;
    this.rowLambda = rowLambda;
    this.parent = parent;
    this.birth = birth;
    this.size = size;
  }

  /** Condenses a tree. */
  static CondensedTree of(SingleLinkageTree tree, int minClusterSize) {
    return new Condensation(tree, minClusterSize).run();
  }

  /** Condenses a tree as the options say; what hardly persists is taken out. */
  static CondensedTree of(SingleLinkageTree tree, HdbscanOptions options) {
    CondensedTree all = of(tree, options.minClusterSize());
    return options.persistenceThreshold() > 0
        ? PersistentTree.of(all, options.persistenceThreshold())
        : all;
  }

  /** This tree with row {@code i} renamed to {@code names[i]}. */
  CondensedTree renamed(int[] names) {
    int[] newParent = new int[names.length];
    double[] newLambda = new double[names.length];
    for (int i = 0; i < names.length; i++) {
      newParent[names[i]] = rowParent[i];
      newLambda[names[i]] = rowLambda[i];
    }
    return new CondensedTree(newParent, newLambda, parent, birth, size);
  }

  /** Number of rows of the table. */
  public int rows() {
    return rowParent.length;
  }

  /** Number of clusters, the whole table counted. */
  public int clusters() {
    return parent.length;
  }

  /** Number of edges: one for each row, and one for each cluster except the whole table. */
  public int edges() {
    return rowParent.length + Math.max(0, parent.length - 1);
  }

  /** The cluster's node, n + its number, that edge {@code i} comes from. */
  public int parent(int i) {
    int above = clusterEdge(i) ? parent[i + 1] : rowParent[i - clusterEdges()];
    return rows() + above;
  }

  /** The node that edge {@code i} leads to: first all clusters, then all rows. */
  public int child(int i) {
    return clusterEdge(i) ? rows() + i + 1 : i - clusterEdges();
  }

  /** 1 / distance at which the child leaves its parent; infinite for distance 0. */
  public double lambda(int i) {
    return clusterEdge(i) ? birth[i + 1] : rowLambda[i - clusterEdges()];
  }

  /** Rows in the child when it leaves its parent. */
  public int childSize(int i) {
    return clusterEdge(i) ? size[i + 1] : 1;
  }

  private int clusterEdges() {
    return Math.max(0, parent.length - 1);
  }

  private boolean clusterEdge(int i) {
    return i < clusterEdges();
  }

  /** The last cluster that holds a row. */
  int clusterOfRow(int row) {
    return rowParent[row];
  }

  /** The lambda at which a row leaves {@link #clusterOfRow}. */
  double lambdaOfRow(int row) {
    return rowLambda[row];
  }

  /** The cluster that a cluster splits off from; −1 for the whole table. */
  int parentOf(int cluster) {
    return parent[cluster];
  }

  /** The lambda at which a cluster is born; 0 for the whole table. */
  double birthOf(int cluster) {
    return birth[cluster];
  }

  /** Rows in a cluster at its birth. */
  int sizeOf(int cluster) {
    return size[cluster];
  }

  /** Whether clusters have no clusters below them. */
  boolean[] leaves() {
    boolean[] leaf = new boolean[parent.length];
    Arrays.fill(leaf, true);
    for (int c = 1; c < parent.length; c++) {
      leaf[parent[c]] = false;
    }
    return leaf;
  }

  /** The largest lambda at which anything leaves a cluster; 0 for a cluster that holds nothing. */
  double[] deaths() {
    double[] death = new double[parent.length];
    for (int c = 1; c < parent.length; c++) {
      death[parent[c]] = Math.max(death[parent[c]], birth[c]);
    }
    for (int row = 0; row < rowParent.length; row++) {
      death[rowParent[row]] = Math.max(death[rowParent[row]], rowLambda[row]);
    }
    return death;
  }

  /** The largest lambda at which anything leaves a cluster or a cluster below it. */
  double[] deathsBelow() {
    double[] death = deaths();
    for (int c = parent.length - 1; c > 0; c--) {
      death[parent[c]] = Math.max(death[parent[c]], death[c]);
    }
    return death;
  }

  /** The one pass over the merges, top down. */
  private static final class Condensation {
    private final SingleLinkageTree tree;
    private final int minClusterSize;
    private final int n;
    private final int[]
        nodeCluster; // of each merge: the cluster that its node lies in, or ~cluster
    private final double[] nodeLambda; // of merges that fell out of their cluster: when they did
    private final int[] rowParent;
    private final double[] rowLambda;
    private int[] parent = new int[16];
    private double[] birth = new double[16];
    private int[] size = new int[16];
    private int clusters;

    Condensation(SingleLinkageTree tree, int minClusterSize) {
      this.tree = tree;
      this.minClusterSize = minClusterSize;
      this.n = tree.rows();
      nodeCluster = new int[tree.merges()];
      nodeLambda = new double[tree.merges()];
      rowParent = new int[n];
      rowLambda = new double[n];
    }

    CondensedTree run() {
      if (n > 0) {
        addCluster(-1, 0, n);
      }
      for (int i = tree.merges() - 1; i >= 0; i--) {
        int left = tree.left(i);
        int right = tree.right(i);
        int cluster = nodeCluster[i];
        if (cluster < 0) {
          fall(left, ~cluster, nodeLambda[i]);
          fall(right, ~cluster, nodeLambda[i]);
        } else {
          split(left, right, cluster, tree.distance(i));
        }
      }
      return new CondensedTree(
          rowParent,
          rowLambda,
          Arrays.copyOf(parent, clusters),
          Arrays.copyOf(birth, clusters),
          Arrays.copyOf(size, clusters));
    }

    private void split(int left, int right, int cluster, double distance) {
      double lambda =
          distance > 0 ? Math.min(Double.MAX_VALUE, 1 / distance) : Double.POSITIVE_INFINITY;
      boolean leftStays = tree.nodeSize(left) >= minClusterSize;
      boolean rightStays = tree.nodeSize(right) >= minClusterSize;
      if (leftStays && rightStays) {
        nodeCluster[left - n] = addCluster(cluster, lambda, tree.nodeSize(left));
        nodeCluster[right - n] = addCluster(cluster, lambda, tree.nodeSize(right));
        return;
      }
      if (leftStays) {
        nodeCluster[left - n] = cluster;
      } else {
        fall(left, cluster, lambda);
      }
      if (rightStays) {
        nodeCluster[right - n] = cluster;
      } else {
        fall(right, cluster, lambda);
      }
    }

    private void fall(int node, int cluster, double lambda) {
      if (node < n) {
        rowParent[node] = cluster;
        rowLambda[node] = lambda;
      } else {
        nodeCluster[node - n] = ~cluster;
        nodeLambda[node - n] = lambda;
      }
    }

    private int addCluster(int above, double lambda, int rows) {
      if (clusters == parent.length) {
        parent = Arrays.copyOf(parent, 2 * clusters);
        birth = Arrays.copyOf(birth, 2 * clusters);
        size = Arrays.copyOf(size, 2 * clusters);
      }
      parent[clusters] = above;
      birth[clusters] = lambda;
      size[clusters] = rows;
      return clusters++;
    }
  }
}
