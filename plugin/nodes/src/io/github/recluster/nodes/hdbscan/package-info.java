// SPDX-License-Identifier: Apache-2.0
/** The nodes HDBSCAN Cluster, HDBSCAN Cluster (Apply) and HDBSCAN Trees. */
package io.github.recluster.nodes.hdbscan;
