// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.boosting;

import java.util.function.Consumer;

/**
 * How trees are boosted. Names are those of XGBoost, camel-cased; where they differ it says so.
 *
 * @param rounds number of trees, one a round; more fits closer
 * @param maxDepth levels of splits of a tree; 1 sees no interaction, more see interactions of more
 *     features and fit closer
 * @param learningRate share of each tree that is added ({@code eta}), above 0 to 1; smaller needs
 *     more rounds and generalizes better
 * @param subsample share of the rows that each tree sees, above 0 to 1
 * @param columnSample share of the features that each tree sees ({@code colsample_bytree})
 * @param minChildWeight least sum of second derivatives in a leaf; larger is more careful
 * @param l1 pull of leaf values towards 0 ({@code alpha})
 * @param l2 shrinkage of leaf values ({@code lambda})
 * @param minSplitLoss least gain of a split ({@code gamma})
 * @param treeMethod how splits are sought
 * @param maxBins bins of a feature's histogram ({@code max_bin})
 * @param earlyStoppingRounds stop when the loss on validation rows has not fallen for so many
 *     rounds, and keep the best; 0 never stops
 * @param seed of the samples of rows and features
 */
public record BoostingOptions(
    int rounds,
    int maxDepth,
    double learningRate,
    double subsample,
    double columnSample,
    double minChildWeight,
    double l1,
    double l2,
    double minSplitLoss,
    TreeMethod treeMethod,
    int maxBins,
    int earlyStoppingRounds,
    long seed) {

  /** How splits are sought. */
  public enum TreeMethod {
    /** Among the borders of a histogram, made once; fast. */
    HIST,
    /** Among the borders of a histogram, made anew for each tree. */
    APPROX,
    /** Among all values; slow, for small tables. */
    EXACT
  }

  /**
   * For real tables of some thousand rows: 100 small steps of trees that see interactions of up to
   * four features. Depth 4 keeps a tree readable and SHAP fast; half of XGBoost's learning rate and
   * more lets clusters of some dozens of rows fit without being learned by heart.
   */
  public static final BoostingOptions DEFAULTS =
      new BoostingOptions(100, 4, 0.1, 1, 1, 1, 0, 1, 0, TreeMethod.HIST, 256, 0, 7);

  /** For clusters of few rows: shallow trees on samples of rows and features, shrunk hard. */
  public static final BoostingOptions SMALL_DATA =
      new BoostingOptions(60, 2, 0.1, 0.8, 0.8, 3, 0, 5, 0.1, TreeMethod.HIST, 256, 0, 7);

  /** Two trees of depth 2, small enough to be drawn on a slide. */
  public static final BoostingOptions TWO_TREES =
      new BoostingOptions(2, 2, 0.3, 1, 1, 1, 0, 1, 0, TreeMethod.HIST, 256, 0, 7);

  /** Checks every parameter. */
  public BoostingOptions {
    check("rounds", rounds, rounds >= 1, "at least 1");
    check("maxDepth", maxDepth, maxDepth >= 1 && maxDepth <= 30, "1 to 30");
    check("learningRate", learningRate, share(learningRate), "above 0, up to 1");
    check("subsample", subsample, share(subsample), "above 0, up to 1");
    check("columnSample", columnSample, share(columnSample), "above 0, up to 1");
    check("minChildWeight", minChildWeight, atLeast0(minChildWeight), "at least 0");
    check("l1", l1, atLeast0(l1), "at least 0");
    check("l2", l2, atLeast0(l2), "at least 0");
    check("minSplitLoss", minSplitLoss, atLeast0(minSplitLoss), "at least 0");
    check("treeMethod", "null", treeMethod != null, "hist, approx or exact");
    check("maxBins", maxBins, maxBins >= 2 && maxBins <= 65536, "2 to 65536");
    check(
        "earlyStoppingRounds", earlyStoppingRounds, earlyStoppingRounds >= 0, "0 (never) or more");
  }

  private static boolean share(double value) {
    return value > 0 && value <= 1;
  }

  private static boolean atLeast0(double value) {
    return value >= 0 && value < Double.POSITIVE_INFINITY;
  }

  private static void check(String name, Object value, boolean right, String rule) {
    if (!right) {
      throw new IllegalArgumentException(name + " must be " + rule + ", got " + value);
    }
  }

  /** These options with another {@link #rounds}. */
  public BoostingOptions withRounds(int rounds) {
    return with(draft -> draft.rounds = rounds);
  }

  /** These options with another {@link #maxDepth}. */
  public BoostingOptions withMaxDepth(int maxDepth) {
    return with(draft -> draft.maxDepth = maxDepth);
  }

  /** These options with another {@link #learningRate}. */
  public BoostingOptions withLearningRate(double learningRate) {
    return with(draft -> draft.learningRate = learningRate);
  }

  /** These options with another {@link #subsample}. */
  public BoostingOptions withSubsample(double subsample) {
    return with(draft -> draft.subsample = subsample);
  }

  /** These options with another {@link #columnSample}. */
  public BoostingOptions withColumnSample(double columnSample) {
    return with(draft -> draft.columnSample = columnSample);
  }

  /** These options with another {@link #minChildWeight}. */
  public BoostingOptions withMinChildWeight(double minChildWeight) {
    return with(draft -> draft.minChildWeight = minChildWeight);
  }

  /** These options with another {@link #l1}. */
  public BoostingOptions withL1(double l1) {
    return with(draft -> draft.l1 = l1);
  }

  /** These options with another {@link #l2}. */
  public BoostingOptions withL2(double l2) {
    return with(draft -> draft.l2 = l2);
  }

  /** These options with another {@link #minSplitLoss}. */
  public BoostingOptions withMinSplitLoss(double minSplitLoss) {
    return with(draft -> draft.minSplitLoss = minSplitLoss);
  }

  /** These options with another {@link #treeMethod}. */
  public BoostingOptions withTreeMethod(TreeMethod treeMethod) {
    return with(draft -> draft.treeMethod = treeMethod);
  }

  /** These options with another {@link #maxBins}. */
  public BoostingOptions withMaxBins(int maxBins) {
    return with(draft -> draft.maxBins = maxBins);
  }

  /** These options with another {@link #earlyStoppingRounds}. */
  public BoostingOptions withEarlyStoppingRounds(int earlyStoppingRounds) {
    return with(draft -> draft.earlyStoppingRounds = earlyStoppingRounds);
  }

  /** These options with another {@link #seed}. */
  public BoostingOptions withSeed(long seed) {
    return with(draft -> draft.seed = seed);
  }

  private BoostingOptions with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.options();
  }

  /** A copy in which one value is changed before it is checked again. */
  private static final class Draft {
    private int rounds;
    private int maxDepth;
    private double learningRate;
    private double subsample;
    private double columnSample;
    private double minChildWeight;
    private double l1;
    private double l2;
    private double minSplitLoss;
    private TreeMethod treeMethod;
    private int maxBins;
    private int earlyStoppingRounds;
    private long seed;

    Draft(BoostingOptions options) {
      rounds = options.rounds;
      maxDepth = options.maxDepth;
      learningRate = options.learningRate;
      subsample = options.subsample;
      columnSample = options.columnSample;
      minChildWeight = options.minChildWeight;
      l1 = options.l1;
      l2 = options.l2;
      minSplitLoss = options.minSplitLoss;
      treeMethod = options.treeMethod;
      maxBins = options.maxBins;
      earlyStoppingRounds = options.earlyStoppingRounds;
      seed = options.seed;
    }

    BoostingOptions options() {
      return new BoostingOptions(
          rounds,
          maxDepth,
          learningRate,
          subsample,
          columnSample,
          minChildWeight,
          l1,
          l2,
          minSplitLoss,
          treeMethod,
          maxBins,
          earlyStoppingRounds,
          seed);
    }
  }
}
