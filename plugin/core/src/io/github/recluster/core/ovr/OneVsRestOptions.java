// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.ovr;

import io.github.recluster.core.boosting.BoostingOptions;
import java.util.List;
import java.util.function.Consumer;

/**
 * Which clusters get a classifier, how it is trained, and how it is judged.
 *
 * @param boosting how trees are boosted
 * @param minRows clusters of fewer rows are skipped …
 * @param always … unless they are named here
 * @param balanced whether a cluster's rows weigh together as much as all others: each counts
 *     (others / cluster) times
 * @param heldOutShare share of the rows that is kept back for the held-out report, stratified by
 *     cluster; 0 makes no such report
 * @param folds folds of the out-of-fold report, stratified by cluster; 0 makes no such report
 * @param permutations how often a feature is shuffled for the permutation importance; 0 leaves it
 *     out
 * @param backgroundRows how many training rows the model keeps as background for SHAP
 * @param seed of the splits, the shuffles and the background
 */
public record OneVsRestOptions(
    BoostingOptions boosting,
    int minRows,
    List<String> always,
    boolean balanced,
    double heldOutShare,
    int folds,
    int permutations,
    int backgroundRows,
    long seed) {
  /**
   * For real tables. 30 rows are the fewest from which five folds leave half a dozen of positives
   * to judge by; a fifth held out is enough for clusters of a hundred rows, and for smaller ones
   * the five folds speak.
   */
  public static final OneVsRestOptions DEFAULTS =
      new OneVsRestOptions(BoostingOptions.DEFAULTS, 30, List.of(), true, 0.2, 5, 3, 1000, 7);

  /** Checks every parameter. */
  public OneVsRestOptions {
    check("boosting", "null", boosting != null, "given");
    check("minRows", minRows, minRows >= 1, "at least 1");
    check("heldOutShare", heldOutShare, heldOutShare >= 0 && heldOutShare < 1, "0 to below 1");
    check("folds", folds, folds == 0 || folds >= 2, "0 (none) or at least 2");
    check("permutations", permutations, permutations >= 0, "at least 0");
    check("backgroundRows", backgroundRows, backgroundRows >= 1, "at least 1");
    always = List.copyOf(always);
  }

  private static void check(String name, Object value, boolean right, String rule) {
    if (!right) {
      throw new IllegalArgumentException(name + " must be " + rule + ", got " + value);
    }
  }

  /** These options with another {@link #boosting}. */
  public OneVsRestOptions withBoosting(BoostingOptions boosting) {
    return with(draft -> draft.boosting = boosting);
  }

  /** These options with another {@link #minRows}. */
  public OneVsRestOptions withMinRows(int minRows) {
    return with(draft -> draft.minRows = minRows);
  }

  /** These options with another {@link #always}. */
  public OneVsRestOptions withAlways(List<String> always) {
    return with(draft -> draft.always = always);
  }

  /** These options with another {@link #balanced}. */
  public OneVsRestOptions withBalanced(boolean balanced) {
    return with(draft -> draft.balanced = balanced);
  }

  /** These options with another {@link #heldOutShare}. */
  public OneVsRestOptions withHeldOutShare(double heldOutShare) {
    return with(draft -> draft.heldOutShare = heldOutShare);
  }

  /** These options with another {@link #folds}. */
  public OneVsRestOptions withFolds(int folds) {
    return with(draft -> draft.folds = folds);
  }

  /** These options with another {@link #permutations}. */
  public OneVsRestOptions withPermutations(int permutations) {
    return with(draft -> draft.permutations = permutations);
  }

  /** These options with another {@link #backgroundRows}. */
  public OneVsRestOptions withBackgroundRows(int backgroundRows) {
    return with(draft -> draft.backgroundRows = backgroundRows);
  }

  /** These options with another {@link #seed}. */
  public OneVsRestOptions withSeed(long seed) {
    return with(draft -> draft.seed = seed);
  }

  private OneVsRestOptions with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.options();
  }

  /** A copy in which one value is changed before it is checked again. */
  private static final class Draft {
    private BoostingOptions boosting;
    private int minRows;
    private List<String> always;
    private boolean balanced;
    private double heldOutShare;
    private int folds;
    private int permutations;
    private int backgroundRows;
    private long seed;

    Draft(OneVsRestOptions options) {
      boosting = options.boosting;
      minRows = options.minRows;
      always = options.always;
      balanced = options.balanced;
      heldOutShare = options.heldOutShare;
      folds = options.folds;
      permutations = options.permutations;
      backgroundRows = options.backgroundRows;
      seed = options.seed;
    }

    OneVsRestOptions options() {
      return new OneVsRestOptions(
          boosting,
          minRows,
          always,
          balanced,
          heldOutShare,
          folds,
          permutations,
          backgroundRows,
          seed);
    }
  }
}
