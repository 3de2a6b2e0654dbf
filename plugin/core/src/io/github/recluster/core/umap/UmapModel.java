// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A table's embedding, and what it takes to place new rows in it. */
@SuppressWarnings("DoNotCallSuggester") // until it is all there
public final class UmapModel {
  private UmapModel() {}

  /** Places of the rows, n × components, in the order of the table. */
  public Matrix embedding() {
    throw new UnsupportedOperationException("on its way");
  }

  /**
   * Places new rows among the old ones. A row's place depends on that row alone, not on the others.
   *
   * @param x finite numbers, m × {@link #dimensions()}
   */
  public Matrix transform(Matrix x, Parallel parallel) {
    throw new UnsupportedOperationException("on its way");
  }

  /** What was chosen. */
  public UmapOptions options() {
    throw new UnsupportedOperationException("on its way");
  }

  /** Number of columns that the model knows, d. */
  public int dimensions() {
    throw new UnsupportedOperationException("on its way");
  }

  /** Saves the model. The stream is not closed. */
  public void write(OutputStream out) throws IOException {
    throw new UnsupportedOperationException("on its way");
  }

  /**
   * Reads what {@link #write} saved. The stream is not closed.
   *
   * @throws IOException with a sentence for the user
   */
  public static UmapModel read(InputStream in) throws IOException {
    throw new UnsupportedOperationException("on its way");
  }
}
