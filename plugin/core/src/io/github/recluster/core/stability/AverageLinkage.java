// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.stability;

import io.github.recluster.core.compute.Progress;
import io.github.recluster.core.data.Labels;
import java.util.Arrays;

/**
 * Average linkage of groups of rows by co-association, down to a share of the runs in which groups
 * must lie together to be joined.
 *
 * <p>In: u groups, each with its size and its label in every run. Out: for each group the first
 * group of its cluster, at that share or any larger one. How: chains of nearest neighbors; O(u²)
 * steps, 4 u² bytes. A pair of rows counts one for every run that puts both into the same cluster,
 * and noise lies with nobody; sums over pairs are whole numbers, so that nothing is rounded and the
 * order of runs does not matter. Ref: Müllner: Modern hierarchical, agglomerative clustering
 * algorithms (arXiv 1109.2378), section 3.2; Fred, Jain: Combining multiple clusterings (PAMI
 * 2005).
 */
final class AverageLinkage {
  private final double[] together; // below the diagonal: pairs of rows × runs
  private final double[] size;
  private final boolean[] active;
  private final int[] parent;
  private final double[] joinedAt; // of each group that is no cluster's first: runs × share
  private final int runs;
  private final double least;

  private AverageLinkage(int[][] labels, int[] sizes, double least) {
    int u = sizes.length;
    this.runs = labels.length;
    this.least = least * runs;
    this.size = Arrays.stream(sizes).asDoubleStream().toArray();
    this.active = new boolean[u];
    Arrays.fill(active, true);
    this.parent = new int[u];
    Arrays.setAll(parent, i -> i);
    this.joinedAt = new double[u];
    this.together = new double[u * (u - 1) / 2];
    for (int[] run : labels) {
      for (int i = 1, at = 0; i < u; i++) {
        for (int j = 0; j < i; j++, at++) {
          if (run[i] == run[j] && run[i] != Labels.NOISE) {
            together[at] += size[i] * size[j];
          }
        }
      }
    }
  }

  /**
   * Joins groups.
   *
   * @param labels run × group
   * @param least share of the runs in which two groups must lie together to be joined
   */
  static AverageLinkage of(int[][] labels, int[] sizes, double least, Progress progress) {
    AverageLinkage linkage = new AverageLinkage(labels, sizes, least);
    linkage.join(progress);
    return linkage;
  }

  /**
   * For each group the first group of its cluster, if groups had to lie together in at least this
   * share of the runs.
   *
   * @param share not below the share that groups were joined down to
   */
  int[] cut(double share) {
    int[] cluster = new int[parent.length];
    for (int i = 0; i < cluster.length; i++) { // parents come first, and theirs are known
      cluster[i] = parent[i] < i && joinedAt[i] >= share * runs ? cluster[parent[i]] : i;
    }
    return cluster;
  }

  private void join(Progress progress) {
    int[] chain = new int[size.length];
    int length = 0;
    for (int next = 0; next < size.length || length > 0; ) {
      progress.checkCanceled();
      if (length == 0) {
        if (active[next]) {
          chain[length++] = next;
        } else {
          next++;
        }
        continue;
      }
      int top = chain[length - 1];
      int before = length > 1 ? chain[length - 2] : -1;
      int nearest = nearest(top, before);
      if (nearest < 0) {
        active[top] = false; // nothing will come nearer: its cluster is whole
        length--;
      } else if (nearest == before) {
        merge(Math.min(top, before), Math.max(top, before));
        length -= 2;
      } else {
        chain[length++] = nearest;
      }
    }
  }

  /** The nearest group, {@code before} among equals; −1 if none is near enough. */
  private int nearest(int top, int before) {
    int nearest = before;
    double best = before < 0 ? 0 : share(top, before);
    for (int j = 0; j < size.length; j++) {
      if (active[j] && j != top) {
        double share = share(top, j);
        if (share >= least && share > best) {
          best = share;
          nearest = j;
        }
      }
    }
    return nearest;
  }

  private double share(int i, int j) {
    return together[at(i, j)] / (size[i] * size[j]);
  }

  private static int at(int i, int j) {
    int high = Math.max(i, j);
    return high * (high - 1) / 2 + Math.min(i, j);
  }

  private void merge(int kept, int gone) {
    active[gone] = false;
    parent[gone] = kept;
    joinedAt[gone] = share(kept, gone);
    for (int j = 0; j < size.length; j++) {
      if (active[j] && j != kept) {
        together[at(kept, j)] += together[at(gone, j)];
      }
    }
    size[kept] += size[gone];
  }
}
