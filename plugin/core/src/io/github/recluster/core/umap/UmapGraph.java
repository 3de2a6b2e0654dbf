// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;

/** Neighbors, graph and start of a table, ready to be laid out, with as many seeds as you like. */
@SuppressWarnings("DoNotCallSuggester") // until it is all there
public final class UmapGraph {
  private UmapGraph() {}

  /** The embedding that a seed gives, n × components, in the order of the table's rows. */
  public Matrix layout(long seed, Parallel parallel) {
    return fit(seed, parallel).embedding();
  }

  /** The model that a seed gives. */
  public UmapModel fit(long seed, Parallel parallel) {
    throw new UnsupportedOperationException("on its way");
  }
}
