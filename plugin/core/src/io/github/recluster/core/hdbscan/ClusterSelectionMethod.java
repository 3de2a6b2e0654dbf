// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

/** How the flat clusters are taken from the condensed tree. */
public enum ClusterSelectionMethod {
  /** Excess of mass: the most stable clusters, wherever they lie in the tree. */
  EOM,
  /** The leaves of the tree: many small and homogeneous clusters. */
  LEAF
}
