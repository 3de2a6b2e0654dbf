// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.stability;

import io.github.recluster.core.data.Labels;
import io.github.recluster.core.graph.WeightedGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where parts of clusters belong that the runs are of two minds about.
 *
 * <p>In: the runs, the clusters that most runs agree on, and their parts: rows that lie together in
 * two thirds of the runs. Out: the clusters, with some parts moved. A part is divided if a third of
 * the runs or more put it to its own cluster and a third or more to another one, and it is the
 * smaller part of both. Which of the two wins the runs' vote then hangs on the seeds; so the graph
 * that all runs share votes too, with as many votes as the runs: by the weight of its edges from
 * the part to each of these clusters. All parts are judged before one is moved.
 */
final class DividedParts {
  /** Rows that lie together in this share of the runs go together. */
  static final double OF_ONE_MIND = 2.0 / 3;

  private static final double HEARD = 1.0 / 3;

  private final LabelTuples tuples;
  private final int[] part;
  private final int[] cluster;
  private final int[] clusterOf; // of each part
  private final double[][] share; // of each divided part: the clusters that may have it; else null

  /**
   * Finds the parts that are divided.
   *
   * @param runs run × row
   * @param part of each group; none if the group is not to be judged
   * @param cluster of each group
   * @param least rows that a part must have to be judged
   */
  DividedParts(int[][] runs, LabelTuples tuples, int[] part, int[] cluster, int least) {
    this.tuples = tuples;
    this.part = part;
    this.cluster = cluster;
    clusterOf = new int[Labels.count(part)];
    List<List<Integer>> groups = new ArrayList<>();
    for (int p = 0; p < clusterOf.length; p++) {
      groups.add(new ArrayList<>());
    }
    for (int g = 0; g < part.length; g++) {
      if (part[g] != Labels.NOISE) {
        clusterOf[part[g]] = cluster[g];
        groups.get(part[g]).add(g);
      }
    }
    Company company = Company.of(runs, tuples, part);
    share = new double[clusterOf.length][];
    for (int p = 0; p < share.length; p++) {
      if (company.size(p) >= least) {
        share[p] = ifDivided(p, shares(p, groups.get(p), company, runs.length));
      }
    }
  }

  /**
   * Share of the runs that put a part together with the rest of each cluster; 0 for clusters that
   * do not count.
   */
  private double[] shares(int p, List<Integer> groups, Company company, int runs) {
    double[] together = new double[Labels.count(cluster)];
    for (int g : groups) {
      double[] with = company.ofGroup(g);
      for (int q = 0; q < with.length; q++) {
        together[clusterOf[q]] += q == p ? 0 : tuples.size[g] * with[q];
      }
    }
    double[] rest = new double[together.length];
    for (int q = 0; q < clusterOf.length; q++) {
      rest[clusterOf[q]] += q == p ? 0 : company.size(q);
    }
    double size = company.size(p);
    for (int c = 0; c < together.length; c++) {
      double s = rest[c] < size ? 0 : together[c] / (size * rest[c] * runs);
      together[c] = s < HEARD ? 0 : s;
    }
    return together;
  }

  private double[] ifDivided(int p, double[] shares) {
    boolean divided = Arrays.stream(shares).filter(s -> s > 0).count() > 1;
    return divided && shares[clusterOf[p]] > 0 ? shares : null;
  }

  /** The cluster of each group, now that the graph has voted. */
  int[] settled(WeightedGraph neighborhoods) {
    double[][] bound = bonds(neighborhoods);
    int[] home = clusterOf.clone();
    for (int p = 0; p < home.length; p++) {
      if (share[p] != null) {
        home[p] = home(clusterOf[p], share[p], bound[p]);
      }
    }
    int[] settled = cluster.clone();
    for (int g = 0; g < settled.length; g++) {
      if (part[g] != Labels.NOISE) {
        settled[g] = home[part[g]];
      }
    }
    return settled;
  }

  private static int home(int own, double[] share, double[] bound) {
    double all = 0;
    for (int c = 0; c < share.length; c++) {
      all += share[c] > 0 ? bound[c] : 0;
    }
    int best = own;
    for (int c = 0; c < share.length && all > 0; c++) {
      if (share[c] > 0 && share[c] + bound[c] / all > share[best] + bound[best] / all) {
        best = c;
      }
    }
    return best;
  }

  /** Weight of the edges from each divided part to each cluster, its own rows not counted. */
  private double[][] bonds(WeightedGraph graph) {
    double[][] bound = new double[share.length][];
    for (int i = 0; i < graph.vertices(); i++) {
      int p = part[tuples.group[i]];
      if (p != Labels.NOISE && share[p] != null) {
        bound[p] = bound[p] == null ? new double[share[p].length] : bound[p];
        for (int e = graph.offsets()[i]; e < graph.offsets()[i + 1]; e++) {
          int other = tuples.group[graph.targets()[e]];
          if (part[other] != Labels.NOISE && part[other] != p) {
            bound[p][cluster[other]] += graph.weights()[e];
          }
        }
      }
    }
    return bound;
  }
}
