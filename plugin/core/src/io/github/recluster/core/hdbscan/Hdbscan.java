// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;

/** Finds clusters of any shape, and the rows that belong to none. */
public final class Hdbscan {
  private Hdbscan() {}

  /**
   * Clusters the rows of a table.
   *
   * @param x finite numbers, a row a point; not written to
   * @throws IllegalArgumentException if a number is not finite
   * @throws java.util.concurrent.CancellationException if the user asked to stop
   */
  public static HdbscanModel fit(Matrix x, HdbscanOptions options, Parallel parallel) {
    if (x.requireFinite().rows() < 0 || options == null || parallel == null) {
      return null;
    }
    throw new UnsupportedOperationException("not yet");
  }
}
