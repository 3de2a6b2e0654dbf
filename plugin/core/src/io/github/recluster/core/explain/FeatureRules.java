// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.explain;

import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.ovr.OneVsRestModel;
import io.github.recluster.core.shap.ShapSummary;
import io.github.recluster.core.trees.Thresholds;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * For each cluster and feature the values that tell its rows from all others.
 *
 * <p><b>In</b>: rows as the trees read them, part after part, with the place of each row's own
 * cluster (−1: in none, {@link ShapSummary#UNKNOWN}: nobody knows, left out). <b>Out</b>: of each
 * cluster and feature one {@link FeatureRule}. <b>How</b>: rows are counted between the thresholds
 * of the model's own trees (of more than {@link #MOST_BINS} − 1, evenly many), missing values
 * apart. A rule is the range of bins with most of the cluster's rows in which their share exceeds
 * that of the others most (Youden's J), open at one end where that tells it nearly as well; of a
 * nominal feature one category; or the missing value. O(n · d · log bins), memory (K + 1) · d ·
 * bins counts. <b>Ref</b>: Youden, Index for rating diagnostic tests (Cancer 1950).
 */
public final class FeatureRules {
  /** The most bins of a numeric feature. */
  static final int MOST_BINS = 256;

  /** A rule that tells less says nothing. */
  static final double LEAST_DIFFERENCE = 0.2;

  private final Thresholds thresholds;
  private final boolean[] nominal;
  private final int[] first; // a feature's first bin; the last one is for missing values
  private final int[][] counts; // of the rows of each cluster, and of all that lie elsewhere
  private final long[] sizes;
  private final double[] lowest; // of a feature's values
  private final double[] highest;
  private final boolean[] whole; // whether all of them are whole numbers

  /** Begins with no rows. */
  public FeatureRules(OneVsRestModel model) {
    this(Thresholds.of(model.ensembles()), categories(model), model.labels().size());
  }

  /**
   * Begins with no rows.
   *
   * @param categories how many a nominal feature has; 0 if the feature is numeric
   */
  FeatureRules(Thresholds thresholds, int[] categories, int clusters) {
    int d = categories.length;
    this.thresholds = thresholds;
    this.nominal = new boolean[d];
    this.first = new int[d + 1];
    for (int f = 0; f < d; f++) {
      nominal[f] = categories[f] > 0;
      int bins = nominal[f] ? categories[f] : Math.min(MOST_BINS, thresholds.count(f) + 1);
      first[f + 1] = first[f] + bins + 1;
    }
    this.counts = new int[clusters + 1][first[d]];
    this.sizes = new long[clusters + 1];
    this.lowest = new double[d];
    this.highest = new double[d];
    this.whole = new boolean[d];
    Arrays.fill(lowest, Double.POSITIVE_INFINITY);
    Arrays.fill(highest, Double.NEGATIVE_INFINITY);
    Arrays.fill(whole, true);
  }

  private static int[] categories(OneVsRestModel model) {
    return IntStream.range(0, model.features().size())
        .map(f -> model.categories(f).map(List::size).orElse(0))
        .toArray();
  }

  /** The bytes of the counts, at most. */
  public static double bytes(OneVsRestModel model) {
    double bins =
        Arrays.stream(categories(model)).mapToDouble(c -> (c > 0 ? c : MOST_BINS) + 1).sum();
    return 4 * bins * (model.labels().size() + 1);
  }

  /**
   * Counts more rows.
   *
   * @param clusters for each of these rows the place of its own cluster, −1 if it has none, {@link
   *     ShapSummary#UNKNOWN} if nobody knows
   */
  public void add(Matrix x, int[] clusters) {
    for (int i = 0; i < clusters.length; i++) {
      if (clusters[i] == ShapSummary.UNKNOWN) {
        continue;
      }
      int group = clusters[i] < 0 ? counts.length - 1 : clusters[i];
      sizes[group]++;
      for (int f = 0; f < nominal.length; f++) {
        counts[group][first[f] + bin(f, x.get(i, f))]++;
        see(f, x.get(i, f));
      }
    }
  }

  private void see(int feature, double value) {
    if (!Double.isNaN(value)) {
      lowest[feature] = Math.min(lowest[feature], value);
      highest[feature] = Math.max(highest[feature], value);
      whole[feature] &= value == Math.rint(value);
    }
  }

  private int bin(int feature, double value) {
    float v = (float) value; // as the trees compare
    if (Float.isNaN(v)) {
      return bins(feature);
    }
    int bin = nominal[feature] ? (int) v : thresholds.bin(feature, v);
    return (int) ((long) bin * bins(feature) / all(feature));
  }

  /** Bins of values that are not missing. */
  private int bins(int feature) {
    return first[feature + 1] - first[feature] - 1;
  }

  /** Bins that all thresholds make. */
  private int all(int feature) {
    return nominal[feature] ? bins(feature) : thresholds.count(feature) + 1;
  }

  /** The smallest value of a bin; below the first and behind the last there is no end. */
  private double start(int feature, int bin) {
    int bins = bins(feature);
    if (nominal[feature]) {
      return bin;
    }
    if (bin == 0 || bin == bins) {
      return bin == 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    long place = ((long) bin * all(feature) + bins - 1) / bins; // the first bin of all in this one
    return thresholds.get(feature, (int) place - 1);
  }

  /**
   * Rules of the features that speak for a cluster in its own rows, by their mean SHAP there, the
   * loudest first.
   *
   * @param most of how many features at most
   */
  public List<FeatureRule> loudest(int cluster, ShapSummary summary, int most) {
    return IntStream.range(0, nominal.length)
        .filter(f -> summary.meanInside(cluster, f) > 0)
        .boxed()
        .sorted(Comparator.comparingDouble(f -> -summary.meanInside(cluster, f)))
        .flatMap(f -> of(cluster, f).stream())
        .limit(most)
        .toList();
  }

  /** The rule of a feature; none if its values hardly tell the cluster's rows from others. */
  public Optional<FeatureRule> of(int cluster, int feature) {
    long own = sizes[cluster];
    long others = IntStream.range(0, sizes.length).mapToLong(c -> sizes[c]).sum() - own;
    if (own == 0 || others == 0) {
      return Optional.empty();
    }
    int bins = bins(feature);
    long[] inside = new long[bins + 1];
    long[] all = new long[bins + 1];
    for (int b = 0; b <= bins; b++) {
      inside[b] = counts[cluster][first[feature] + b];
      for (int[] group : counts) {
        all[b] += group[first[feature] + b];
      }
    }
    BinCounts rows = new BinCounts(own, others, inside, all);
    BinCounts.Range values = nominal[feature] ? rows.single(0, bins) : rows.range(bins);
    BinCounts.Range missing = rows.single(bins, bins + 1);
    if (Math.max(values.difference(), missing.difference()) < LEAST_DIFFERENCE) {
      return Optional.empty();
    }
    return Optional.of(
        missing.difference() > values.difference()
            ? new FeatureRule(
                feature, Double.NaN, Double.NaN, false, missing.inside(), missing.outside())
            : rule(feature, values));
  }

  private FeatureRule rule(int feature, BinCounts.Range values) {
    double from = start(feature, values.from());
    double below = start(feature, values.to());
    double smallest = Math.ceil(Math.max(from, lowest[feature]));
    double largest = Math.ceil(Math.min(below, highest[feature] + 1)) - 1;
    boolean single = whole[feature] && smallest == largest;
    return new FeatureRule(
        feature,
        single ? smallest : from,
        single ? smallest + 1 : below,
        single,
        values.inside(),
        values.outside());
  }
}
