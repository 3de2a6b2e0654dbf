// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.xgboost;

import io.github.recluster.core.trees.TreeEnsemble;
import java.util.List;

/**
 * What a model file of XGBoost holds.
 *
 * @param ensemble the trees
 * @param featureNames the features' names; empty if the file has none
 */
public record XgboostModel(TreeEnsemble ensemble, List<String> featureNames) {
  /** Keeps its own copy of the names. */
  public XgboostModel {
    featureNames = List.copyOf(featureNames);
    if (!featureNames.isEmpty() && featureNames.size() != ensemble.features()) {
      throw new IllegalArgumentException(
          "featureNames must be none or " + ensemble.features() + ", got " + featureNames.size());
    }
  }
}
