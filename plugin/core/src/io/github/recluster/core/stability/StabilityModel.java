// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.stability;

import java.util.List;

/** What many runs say together: the consensus, and how far it can be trusted. */
public final class StabilityModel {
  private final int[] labels;
  private final double[] sureness;
  private final List<StableCluster> clusters;
  private final List<StabilityRun> runs;
  private final double[] agreements;

  StabilityModel(
      int[] labels,
      double[] sureness,
      List<StableCluster> clusters,
      List<StabilityRun> runs,
      double[] agreements) {
    this.labels = labels;
    this.sureness = sureness;
    this.clusters = List.copyOf(clusters);
    this.runs = List.copyOf(runs);
    this.agreements = agreements;
  }

  /** The consensus: each row's cluster, or {@link io.github.recluster.core.data.Labels#NOISE}. */
  public int[] labels() {
    return labels.clone();
  }

  /** Share of the runs in which a row lies where its cluster lives; 0 for noise. */
  public double[] sureness() {
    return sureness.clone();
  }

  /** The clusters, by falling size. */
  public List<StableCluster> clusters() {
    return clusters;
  }

  /** The runs: first those on all rows, then those on four fifths of them. */
  public List<StabilityRun> runs() {
    return runs;
  }

  /** Median adjusted Rand index of the pairs of runs on all rows. */
  public double agreementMedian() {
    int n = agreements.length;
    return (agreements[(n - 1) / 2] + agreements[n / 2]) / 2;
  }

  /** Worst adjusted Rand index of the pairs of runs on all rows. */
  public double agreementWorst() {
    return agreements[0];
  }

  /** Clusters of each run on all rows, in the order of seeds. */
  public int[] clustersPerRun() {
    return runs.stream().filter(r -> !r.subsample()).mapToInt(StabilityRun::clusters).toArray();
  }
}
