// SPDX-License-Identifier: Apache-2.0
/** One-vs-rest XGBoost: a classifier for each cluster, applied, and written for others to read. */
package io.github.recluster.nodes.ovr;
