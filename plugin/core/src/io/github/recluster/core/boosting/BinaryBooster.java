// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.boosting;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.trees.TreeEnsemble;
import java.util.List;

/**
 * Trains binary classifiers: the seam behind which XGBoost lies, so that the core knows nothing of
 * it.
 *
 * <p>An implementation trains each target as if it were alone: the result depends on the rows, the
 * target and the options, but neither on the other targets, nor on their order, nor on the number
 * of threads.
 */
@FunctionalInterface
public interface BinaryBooster {
  /**
   * Trains one ensemble a target, all on the same rows.
   *
   * @return the ensembles, in the order of the targets
   * @throws IllegalArgumentException if a target has not as many rows as the data
   * @throws IllegalStateException with a sentence for the user if the booster can't work here
   */
  List<TreeEnsemble> train(
      TrainingData data, List<BinaryTarget> targets, BoostingOptions options, Parallel parallel);
}
