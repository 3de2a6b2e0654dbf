// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.neighbors;

/**
 * The {@code k} nearest other rows of each row, nearest first: neighbor {@code j} of row {@code i}
 * is {@code indices[i * k + j]}, at {@code distances[i * k + j]}.
 *
 * <p>A row is never its own neighbor; an equal row may be, at distance 0. Ties are broken by the
 * smaller index. The arrays are not copied and must not be written to.
 *
 * @param rows number of rows, n
 * @param k neighbors of each, at most n − 1
 * @param indices n × k row numbers
 * @param distances n × k distances, rising within a row
 */
@SuppressWarnings("ArrayRecordComponent") // shared, not copied: said above
public record KnnGraph(int rows, int k, int[] indices, float[] distances) {
  /** Checks the lengths. */
  public KnnGraph {
    if ((long) rows * k != indices.length || indices.length != distances.length) {
      throw new IllegalArgumentException(
          "indices and distances must be rows × k = "
              + rows
              + " × "
              + k
              + " numbers, got "
              + indices.length
              + " and "
              + distances.length);
    }
  }
}
