// SPDX-License-Identifier: Apache-2.0
/** SHAP Explain: how much each feature speaks for each cluster. */
package io.github.recluster.nodes.shap;
