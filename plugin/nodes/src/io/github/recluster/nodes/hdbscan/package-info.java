// SPDX-License-Identifier: Apache-2.0
/** The nodes HDBSCAN Cluster and HDBSCAN Cluster (Apply). */
package io.github.recluster.nodes.hdbscan;
