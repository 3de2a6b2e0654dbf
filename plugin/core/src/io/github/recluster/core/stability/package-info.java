// SPDX-License-Identifier: Apache-2.0
/**
 * What of a clustering does not hang on the seed: agreement of many runs, their consensus, and how
 * much of each cluster comes back. {@link io.github.recluster.core.stability.Stability} is the
 * table of contents.
 */
package io.github.recluster.core.stability;
