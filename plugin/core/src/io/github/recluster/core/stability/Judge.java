// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.stability;

import io.github.recluster.core.data.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How sure each row and each cluster of a consensus is, from one run after another.
 *
 * <p>A row is as sure as the share of runs on all rows in which it lies where its cluster lives: in
 * the run's cluster with most of the cluster's rows. Rows in no cluster are sure of none: 0.
 */
final class Judge {
  private final int[] labels;
  private final int[] sizes;
  private final int[] atHome;
  private final long[] together; // pairs of a row and a row of its cluster, over the runs
  private final List<double[]> seeds = new ArrayList<>();
  private final List<double[]> subsamples = new ArrayList<>();

  Judge(int[] labels) {
    this.labels = labels;
    this.sizes = Labels.sizes(labels);
    this.atHome = new int[labels.length];
    this.together = new long[labels.length];
  }

  void add(int[] run, boolean subsample) {
    Overlap overlap = Overlap.of(labels, run);
    double[] jaccards = new double[sizes.length];
    Arrays.setAll(jaccards, overlap::jaccard);
    (subsample ? subsamples : seeds).add(jaccards);
    if (subsample) {
      return;
    }
    int[] home = new int[sizes.length];
    Arrays.setAll(home, overlap::home);
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] != Labels.NOISE && run[i] != Labels.NOISE) {
        atHome[i] += run[i] == home[labels[i]] ? 1 : 0;
        together[i] += overlap.common(labels[i], run[i]);
      }
    }
  }

  double[] sureness() {
    return Arrays.stream(atHome).mapToDouble(home -> (double) home / seeds.size()).toArray();
  }

  /** How much of each cluster each run found: cluster × run, subsamples last. */
  float[][] jaccards() {
    List<double[]> all = new ArrayList<>(seeds);
    all.addAll(subsamples);
    float[][] byCluster = new float[sizes.length][all.size()];
    for (int r = 0; r < all.size(); r++) {
      for (int c = 0; c < sizes.length; c++) {
        byCluster[c][r] = (float) all.get(r)[c];
      }
    }
    return byCluster;
  }

  /**
   * The clusters, judged.
   *
   * @param rows the ids of the rows for the outside
   */
  List<StableCluster> clusters(int[] rows) {
    int[] exemplars = new int[sizes.length];
    Arrays.fill(exemplars, -1);
    for (int i = 0; i < labels.length; i++) {
      int c = labels[i];
      if (c != Labels.NOISE && (exemplars[c] < 0 || together[i] > together[exemplars[c]])) {
        exemplars[c] = i;
      }
    }
    List<StableCluster> clusters = new ArrayList<>();
    for (int c = 0; c < sizes.length; c++) {
      clusters.add(cluster(c, rows[exemplars[c]]));
    }
    return clusters;
  }

  private StableCluster cluster(int c, int exemplar) {
    double[] withSeeds = known(seeds, c);
    double[] among = known(subsamples, c);
    double[] all = Arrays.copyOf(withSeeds, withSeeds.length + among.length);
    System.arraycopy(among, 0, all, withSeeds.length, among.length);
    double worst = Arrays.stream(all).min().orElse(Double.NaN);
    Verdict verdict = Verdict.of(mean(withSeeds), mean(among), among.length > 0);
    double share = (double) sizes[c] / labels.length;
    return new StableCluster(
        c, sizes[c], share, mean(all), worst, mean(withSeeds), mean(among), verdict, exemplar);
  }

  private static double[] known(List<double[]> runs, int cluster) {
    return runs.stream().mapToDouble(j -> j[cluster]).filter(j -> !Double.isNaN(j)).toArray();
  }

  /** Of sorted numbers, so that the order of runs changes no bit. */
  private static double mean(double[] numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    double sum = 0;
    for (double number : sorted) {
      sum += number;
    }
    return numbers.length == 0 ? Double.NaN : sum / numbers.length;
  }
}
