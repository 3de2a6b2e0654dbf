// SPDX-License-Identifier: Apache-2.0
/** Regression trees and sums of them: what boosting makes, and SHAP and prediction read. */
package io.github.recluster.core.trees;
