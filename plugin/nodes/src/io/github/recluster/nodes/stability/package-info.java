// SPDX-License-Identifier: Apache-2.0
/** Cluster Stability: which clusters come back under other seeds and among other rows. */
package io.github.recluster.nodes.stability;
