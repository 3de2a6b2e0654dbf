// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import io.github.recluster.core.neighbors.Metric;
import java.util.function.Consumer;

/**
 * What a user may choose about UMAP. Names are umap-learn's.
 *
 * @param neighbors rows that a row's neighborhood holds, the row itself counted as in umap-learn:
 *     larger values show more of the whole, smaller ones more detail
 * @param components dimensions of the embedding
 * @param metric distance between rows
 * @param minDist how close points may lie: 0 packs clusters for clustering, 0.1 and more spreads
 *     them for the eye
 * @param spread scale of the embedding; at least minDist
 * @param a first parameter of the curve of memberships; 0 fits a and b to minDist and spread
 * @param b second parameter of the curve; 0 as for a
 * @param epochs passes of the layout; 0 takes 500 up to 10,000 rows, then 200 + 3,000,000 / rows
 * @param init where the layout starts
 * @param learningRate length of the layout's first steps
 * @param negativeSampleRate points pushed away for each one pulled
 * @param repulsionStrength weight of pushing against pulling
 * @param setOpMixRatio 1 joins the neighborhoods of two rows (fuzzy union), 0 intersects them
 * @param localConnectivity number of nearest neighbors taken as fully connected
 * @param targetWeight in supervised mode, 0 looks at the columns alone, 1 at the target alone
 * @param densLambda weight of the rows' own densities in the last epochs (densMAP): 0 leaves them
 *     out, 2 is usual
 * @param densFrac share of the epochs in which densities count
 * @param densVarShift added to the variance of the points' radii, so that it never vanishes
 * @param seed of all random numbers
 */
public record UmapOptions(
    int neighbors,
    int components,
    Metric metric,
    double minDist,
    double spread,
    double a,
    double b,
    int epochs,
    UmapInit init,
    double learningRate,
    int negativeSampleRate,
    double repulsionStrength,
    double setOpMixRatio,
    double localConnectivity,
    double targetWeight,
    double densLambda,
    double densFrac,
    double densVarShift,
    long seed) {
  /** What the nodes start with: packed for clustering. */
  public static final UmapOptions DEFAULTS =
      new UmapOptions(
          10,
          2,
          Metric.EUCLIDEAN,
          0,
          1,
          0,
          0,
          0,
          UmapInit.SPECTRAL,
          1,
          5,
          1,
          1,
          1,
          0.5,
          0,
          0.3,
          0.1,
          7);

  private static final int MOST_COMPONENTS = 1000;
  private static final double LEAST_SPREAD = 1e-6;
  private static final double LARGEST_SPREAD = 1e6;

  /** Checks every value. */
  public UmapOptions {
    require(neighbors >= 2, "neighbors", "2 or more", neighbors);
    require(
        components >= 1 && components <= MOST_COMPONENTS, "components", "1 to 1,000", components);
    requireNotNegative("minDist", minDist);
    require(spread >= LEAST_SPREAD && spread <= LARGEST_SPREAD, "spread", "1e-6 to 1e6", spread);
    require(minDist <= spread, "minDist", "at most spread = " + spread, minDist);
    require(a >= 0 && a < Double.POSITIVE_INFINITY, "a", "positive, or 0 (fitted)", a);
    require(b >= 0 && b < Double.POSITIVE_INFINITY, "b", "positive, or 0 (fitted)", b);
    require((a > 0) == (b > 0), "b", "given if and only if a is", b);
    require(epochs >= 0, "epochs", "1 or more, or 0 (automatic)", epochs);
    requirePositive("learningRate", learningRate);
    require(negativeSampleRate >= 0, "negativeSampleRate", "0 or more", negativeSampleRate);
    requireNotNegative("repulsionStrength", repulsionStrength);
    requireShare("setOpMixRatio", setOpMixRatio);
    requireNotNegative("localConnectivity", localConnectivity);
    requireShare("targetWeight", targetWeight);
    requireNotNegative("densLambda", densLambda);
    requireShare("densFrac", densFrac);
    requirePositive("densVarShift", densVarShift);
  }

  private static void requireNotNegative(String name, double value) {
    require(value >= 0 && value < Double.POSITIVE_INFINITY, name, "0 or more", value);
  }

  private static void requirePositive(String name, double value) {
    require(value > 0 && value < Double.POSITIVE_INFINITY, name, "positive", value);
  }

  private static void requireShare(String name, double value) {
    require(value >= 0 && value <= 1, name, "0 to 1", value);
  }

  private static void require(boolean holds, String name, String rule, Object got) {
    if (!holds) {
      throw new IllegalArgumentException(name + " must be " + rule + ", got " + got);
    }
  }

  /** These options with another {@code neighbors}. */
  public UmapOptions withNeighbors(int neighbors) {
    return with(draft -> draft.neighbors = neighbors);
  }

  /** These options with another {@code components}. */
  public UmapOptions withComponents(int components) {
    return with(draft -> draft.components = components);
  }

  /** These options with another {@code metric}. */
  public UmapOptions withMetric(Metric metric) {
    return with(draft -> draft.metric = metric);
  }

  /** These options with another {@code minDist}. */
  public UmapOptions withMinDist(double minDist) {
    return with(draft -> draft.minDist = minDist);
  }

  /** These options with another {@code spread}. */
  public UmapOptions withSpread(double spread) {
    return with(draft -> draft.spread = spread);
  }

  /** These options with another {@code epochs}. */
  public UmapOptions withEpochs(int epochs) {
    return with(draft -> draft.epochs = epochs);
  }

  /** These options with another {@code init}. */
  public UmapOptions withInit(UmapInit init) {
    return with(draft -> draft.init = init);
  }

  /** These options with another {@code learningRate}. */
  public UmapOptions withLearningRate(double learningRate) {
    return with(draft -> draft.learningRate = learningRate);
  }

  /** These options with another {@code negativeSampleRate}. */
  public UmapOptions withNegativeSampleRate(int negativeSampleRate) {
    return with(draft -> draft.negativeSampleRate = negativeSampleRate);
  }

  /** These options with another {@code repulsionStrength}. */
  public UmapOptions withRepulsionStrength(double repulsionStrength) {
    return with(draft -> draft.repulsionStrength = repulsionStrength);
  }

  /** These options with another {@code setOpMixRatio}. */
  public UmapOptions withSetOpMixRatio(double setOpMixRatio) {
    return with(draft -> draft.setOpMixRatio = setOpMixRatio);
  }

  /** These options with another {@code localConnectivity}. */
  public UmapOptions withLocalConnectivity(double localConnectivity) {
    return with(draft -> draft.localConnectivity = localConnectivity);
  }

  /** These options with another {@code targetWeight}. */
  public UmapOptions withTargetWeight(double targetWeight) {
    return with(draft -> draft.targetWeight = targetWeight);
  }

  /** These options with another {@code densLambda}. */
  public UmapOptions withDensLambda(double densLambda) {
    return with(draft -> draft.densLambda = densLambda);
  }

  /** These options with another {@code densFrac}. */
  public UmapOptions withDensFrac(double densFrac) {
    return with(draft -> draft.densFrac = densFrac);
  }

  /** These options with another {@code densVarShift}. */
  public UmapOptions withDensVarShift(double densVarShift) {
    return with(draft -> draft.densVarShift = densVarShift);
  }

  /** These options with another {@code seed}. */
  public UmapOptions withSeed(long seed) {
    return with(draft -> draft.seed = seed);
  }

  private UmapOptions with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.options();
  }

  /** A copy in which one value is changed before it is checked again. */
  private static final class Draft {
    private int neighbors;
    private int components;
    private Metric metric;
    private double minDist;
    private double spread;
    private double a;
    private double b;
    private int epochs;
    private UmapInit init;
    private double learningRate;
    private int negativeSampleRate;
    private double repulsionStrength;
    private double setOpMixRatio;
    private double localConnectivity;
    private double targetWeight;
    private double densLambda;
    private double densFrac;
    private double densVarShift;
    private long seed;

    Draft(UmapOptions options) {
      neighbors = options.neighbors;
      components = options.components;
      metric = options.metric;
      minDist = options.minDist;
      spread = options.spread;
      a = options.a;
      b = options.b;
      epochs = options.epochs;
      init = options.init;
      learningRate = options.learningRate;
      negativeSampleRate = options.negativeSampleRate;
      repulsionStrength = options.repulsionStrength;
      setOpMixRatio = options.setOpMixRatio;
      localConnectivity = options.localConnectivity;
      targetWeight = options.targetWeight;
      densLambda = options.densLambda;
      densFrac = options.densFrac;
      densVarShift = options.densVarShift;
      seed = options.seed;
    }

    UmapOptions options() {
      return new UmapOptions(
          neighbors,
          components,
          metric,
          minDist,
          spread,
          a,
          b,
          epochs,
          init,
          learningRate,
          negativeSampleRate,
          repulsionStrength,
          setOpMixRatio,
          localConnectivity,
          targetWeight,
          densLambda,
          densFrac,
          densVarShift,
          seed);
    }
  }
}
