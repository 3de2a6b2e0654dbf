// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.neighbors.KnnGraph;

/**
 * What a caller may bring along to a fit; each part may be null.
 *
 * @param target a known class of each row, −1 where it is unknown: draws rows of one class together
 * @param numbers a known number of each row, NaN where it is unknown: draws rows of like numbers
 *     together
 * @param neighbors nearest neighbors found elsewhere, one fewer than {@code
 *     UmapOptions.neighbors()}, since a row is not its own neighbor there
 * @param start where the layout starts, n × components
 */
@SuppressWarnings("ArrayRecordComponent") // shared, not copied
public record UmapGivens(int[] target, double[] numbers, KnnGraph neighbors, Matrix start) {
  /** Nothing. */
  public static final UmapGivens NONE = new UmapGivens(null, null, null, null);

  /** These givens with another target. */
  public UmapGivens withTarget(int[] target) {
    return new UmapGivens(target, numbers, neighbors, start);
  }

  /** These givens with another numeric target. */
  public UmapGivens withNumbers(double[] numbers) {
    return new UmapGivens(target, numbers, neighbors, start);
  }

  /** These givens with other neighbors. */
  public UmapGivens withNeighbors(KnnGraph neighbors) {
    return new UmapGivens(target, numbers, neighbors, start);
  }

  /** These givens with another start. */
  public UmapGivens withStart(Matrix start) {
    return new UmapGivens(target, numbers, neighbors, start);
  }

  void check(int rows, UmapOptions options) {
    check(target == null || target.length == rows, "target must have " + rows + " values");
    check(numbers == null || numbers.length == rows, "numbers must have " + rows + " values");
    check(target == null || numbers == null, "target must be classes or numbers, not both");
    check(
        neighbors == null || neighbors.rows() == rows,
        "neighbors must be those of " + rows + " rows");
    check(
        start == null || (start.rows() == rows && start.columns() == options.components()),
        "start must be " + rows + " × " + options.components());
    if (start != null) {
      start.requireFinite();
    }
  }

  private static void check(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
