// SPDX-License-Identifier: Apache-2.0
/**
 * HDBSCAN: clusters of any shape and density, and the rows that belong to none.
 *
 * <p>The stages, each a class: core distances, the minimum spanning tree of mutual reachability,
 * the single linkage tree, the condensed tree, stability, selection, labelling.
 */
package io.github.recluster.core.hdbscan;
