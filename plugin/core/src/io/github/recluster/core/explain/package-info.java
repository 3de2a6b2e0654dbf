// SPDX-License-Identifier: Apache-2.0
/**
 * What tells a cluster's rows from all others, said in the features' own values. {@link
 * io.github.recluster.core.explain.FeatureRules} finds it while rows stream by.
 */
package io.github.recluster.core.explain;
