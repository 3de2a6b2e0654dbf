// SPDX-License-Identifier: Apache-2.0
/** Shapley values of tree ensembles: which feature moved which prediction, and by how much. */
package io.github.recluster.core.shap;
