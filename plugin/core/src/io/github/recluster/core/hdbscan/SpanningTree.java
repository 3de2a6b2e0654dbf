// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

/**
 * The edges of a minimum spanning tree of mutual reachability, in any order: edge {@code i} joins
 * {@code from[i]} and {@code to[i]} at distance {@code weight[i]}.
 *
 * <p>Where distances are equal the tree is not unique, and nothing that is made of it may depend on
 * which one it is: see {@link SingleLinkage}.
 */
@SuppressWarnings("ArrayRecordComponent") // a plain carrier between two stages, never compared
record SpanningTree(int[] from, int[] to, double[] weight) {}
