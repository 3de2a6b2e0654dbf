// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;

/**
 * Uniform manifold approximation and projection.
 *
 * <p>Ref: McInnes, Healy, Melville: UMAP (arXiv 1802.03426).
 */
@SuppressWarnings("DoNotCallSuggester") // until it is all there
public final class Umap {
  private Umap() {}

  /**
   * Embeds the rows of {@code x}.
   *
   * @param x finite numbers, n × d
   */
  public static UmapModel fit(Matrix x, UmapOptions options, Parallel parallel) {
    return prepare(x, options, parallel.part(0, 0.5)).fit(options.seed(), parallel.part(0.5, 1));
  }

  /** All that does not hang on the layout's seed, for many layouts over one graph. */
  public static UmapGraph prepare(Matrix x, UmapOptions options, Parallel parallel) {
    throw new UnsupportedOperationException("on its way");
  }

  /** About how much memory a fit takes at its peak, in bytes, the table itself not counted. */
  public static long estimateBytes(long rows, int columns, UmapOptions options) {
    return rows * (columns * 12L + options.neighbors() * 48L + options.components() * 64L);
  }
}
