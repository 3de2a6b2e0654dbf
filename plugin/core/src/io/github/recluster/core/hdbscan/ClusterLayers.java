// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What every smallest cluster size would give, so that nobody needs to guess it.
 *
 * <p>In: a single linkage tree. Out: for each size the number of leaf clusters and how long they
 * last; and the layers: the ranges of sizes at which clusters last longest. How: a node that merges
 * with a sibling is a leaf cluster for all sizes above the largest split within it and up to the
 * smaller of the two siblings; that range is its persistence. Two passes over the merges and one
 * over the sizes, O(n).
 *
 * <p>Ref: Bot, Peeters, Aerts: Persistent multiscale density-based clustering (arXiv 2512.16558).
 */
public final class ClusterLayers {
  private final int[] clusters; // by size
  private final double[] persistence; // by size
  private final List<Layer> layers;

  /**
   * Sizes that give the same clusters, which last longer than those of the sizes around.
   *
   * @param from smallest minClusterSize
   * @param to largest minClusterSize
   * @param clusters number of leaf clusters, at least 2
   * @param persistence sum over these clusters of the number of sizes at which each exists
   */
  public record Layer(int from, int to, int clusters, double persistence) {}

  private ClusterLayers(int[] clusters, double[] persistence) {
    this.clusters = clusters;
    this.persistence = persistence;
    this.layers = peaks();
  }

  /** The layers of a tree. */
  static ClusterLayers of(SingleLinkageTree tree) {
    int n = tree.rows();
    int[] split = new int[tree.merges()]; // the largest smaller sibling within each merge
    int[] clusters = new int[n + 2];
    double[] persistence = new double[n + 2];
    for (int i = 0; i < split.length; i++) {
      int left = tree.left(i);
      int right = tree.right(i);
      int smaller = Math.min(tree.nodeSize(left), tree.nodeSize(right));
      split[i] = smaller;
      for (int node : new int[] {left, right}) {
        int within = node < n ? 0 : split[node - n];
        split[i] = Math.max(split[i], within);
        int from = Math.max(2, within + 1);
        if (from <= smaller) {
          clusters[from]++;
          clusters[smaller + 1]--;
          persistence[from] += smaller - from + 1;
          persistence[smaller + 1] -= smaller - from + 1;
        }
      }
    }
    for (int size = 1; size < clusters.length; size++) {
      clusters[size] += clusters[size - 1];
      persistence[size] += persistence[size - 1];
    }
    return new ClusterLayers(clusters, persistence);
  }

  /** Number of leaf clusters at a smallest size; 0 where nothing splits. */
  int clustersAt(int minClusterSize) {
    return minClusterSize < clusters.length ? clusters[minClusterSize] : 0;
  }

  /** The largest smallest size at which anything splits; 0 if nothing does. */
  public int largestSize() {
    int size = clusters.length - 1;
    while (size > 0 && clusters[size] == 0) {
      size--;
    }
    return size;
  }

  /** Sum over the leaf clusters at a smallest size of the number of sizes at which each exists. */
  public double persistenceAt(int minClusterSize) {
    return minClusterSize < persistence.length ? persistence[minClusterSize] : 0;
  }

  /** The layers, most persistent first, then smallest sizes first. */
  public List<Layer> layers() {
    return layers;
  }

  private List<Layer> peaks() {
    List<Layer> found = new ArrayList<>();
    double before = 0;
    int from = 2;
    while (from < clusters.length) {
      int to = from;
      while (to + 1 < clusters.length
          && clusters[to + 1] == clusters[from]
          && persistence[to + 1] == persistence[from]) {
        to++;
      }
      double after = to + 1 < persistence.length ? persistence[to + 1] : 0;
      if (clusters[from] > 1 && persistence[from] > before && persistence[from] > after) {
        found.add(new Layer(from, to, clusters[from], persistence[from]));
      }
      before = persistence[from];
      from = to + 1;
    }
    found.sort(Comparator.comparingDouble(Layer::persistence).reversed());
    return List.copyOf(found);
  }
}
