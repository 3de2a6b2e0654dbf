// SPDX-License-Identifier: Apache-2.0
/** The nodes UMAP Embed and UMAP Embed (Apply). */
package io.github.recluster.nodes.umap;
