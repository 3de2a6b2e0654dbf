// SPDX-License-Identifier: Apache-2.0
/**
 * UMAP: uniform manifold approximation and projection, stage by stage. {@link
 * io.github.recluster.core.umap.Umap} is the table of contents.
 */
package io.github.recluster.core.umap;
