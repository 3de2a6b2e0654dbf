// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.stability;

import io.github.recluster.core.data.Labels;
import io.github.recluster.core.data.Matrix;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What many runs say together: the consensus, and how far it can be trusted. */
public final class StabilityModel {
  private final StabilityOptions options;
  private final int[] labels;
  private final double[] sureness;
  private final List<StableCluster> clusters;
  private final List<StableCluster> given;
  private final List<StabilityRun> runs;
  private final List<SweptParameters> sweep;
  private final Agreement agreement;
  private final double[][] together;
  private final float[][] jaccards;
  private final Matrix places;

  StabilityModel(
      StabilityOptions options,
      int[] labels,
      double[] sureness,
      List<StableCluster> clusters,
      List<StableCluster> given,
      List<StabilityRun> runs,
      List<SweptParameters> sweep,
      Agreement agreement,
      double[][] together,
      float[][] jaccards,
      Matrix places) {
    this.options = options;
    this.labels = labels;
    this.sureness = sureness;
    this.clusters = List.copyOf(clusters);
    this.given = List.copyOf(given);
    this.runs = List.copyOf(runs);
    this.sweep = List.copyOf(sweep);
    this.agreement = agreement;
    this.together = together;
    this.jaccards = jaccards;
    this.places = places;
  }

  /** What was repeated, and how often. */
  public StabilityOptions options() {
    return options;
  }

  /** The consensus: each row's cluster, or {@link Labels#NOISE}. */
  public int[] labels() {
    return labels.clone();
  }

  /** Share of the runs in which a row lies where its cluster lives; 0 for noise. */
  public double[] sureness() {
    return sureness.clone();
  }

  /** The clusters of the consensus, by falling size. */
  public List<StableCluster> clusters() {
    return clusters;
  }

  /** The clusters that were given to be judged, by their labels; none if none were given. */
  public List<StableCluster> given() {
    return given;
  }

  /** How many clusters of the consensus come back. */
  public int steadyClusters() {
    return (int) clusters.stream().filter(c -> c.verdict() == Verdict.COMES_BACK).count();
  }

  /** The runs: on all rows, then on halves of them, then with other parameters. */
  public List<StabilityRun> runs() {
    return runs;
  }

  /** How steady neighboring parameters are, those asked for among them; none if not swept. */
  public List<SweptParameters> sweep() {
    return sweep;
  }

  /**
   * The parameters whose runs agree best, of those whose clusters say something; the ones asked for
   * among equals.
   */
  public Optional<SweptParameters> steadiest() {
    Comparator<SweptParameters> byAgreement =
        Comparator.comparingDouble(SweptParameters::agreementMedian);
    return sweep.stream()
        .filter(s -> !s.trivial() && !Double.isNaN(s.agreementMedian()))
        .max(byAgreement.thenComparing(this::isAsked));
  }

  /** Whether these are the parameters that were asked for. */
  public boolean isAsked(SweptParameters swept) {
    return swept.neighbors() == options.umap().neighbors()
        && swept.minClusterSize() == options.hdbscan().minClusterSize();
  }

  /**
   * The cluster that is all but a few islands, or {@link Labels#NOISE} if there is none such: a
   * consensus of an island and the rest is steady and says little.
   */
  public int rest() {
    return Balance.rest(labels);
  }

  /** Median adjusted Rand index of the pairs of runs on all rows. */
  public double agreementMedian() {
    return agreement.median();
  }

  /** Worst adjusted Rand index of the pairs of runs on all rows. */
  public double agreementWorst() {
    return agreement.worst();
  }

  /** Clusters of each run on all rows, in the order of seeds. */
  public int[] clustersPerRun() {
    return runs.stream()
        .filter(r -> r.kind() == StabilityRun.Kind.SEED)
        .mapToInt(StabilityRun::clusters)
        .toArray();
  }

  /** Share of the runs in which a row of one cluster and a row of another lie together: k × k. */
  public double[][] together() {
    return Arrays.stream(together).map(double[]::clone).toArray(double[][]::new);
  }

  /** How much of each cluster each run found, but those with other parameters: cluster × run. */
  public float[][] jaccards() {
    return Arrays.stream(jaccards).map(float[]::clone).toArray(float[][]::new);
  }

  /** The layout of the first seed, n × components. */
  public Matrix places() {
    return places;
  }
}
