// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

import io.github.recluster.core.data.ModelFile;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * The merges that grow single rows into one cluster, nearest first: the whole hierarchy before any
 * choice is made.
 *
 * <p>Rows are the nodes 0 … n−1; merge {@code i} makes node n + i of two earlier nodes, and {@code
 * distance(i)} never falls. As scipy's linkage matrix and hdbscan's export have it.
 */
public final class SingleLinkageTree {
  private final int rows;
  private final int[] left;
  private final int[] right;
  private final double[] distance;
  private final int[] size;

  private SingleLinkageTree(int rows, int[] left, int[] right, double[] distance, int[] size) {
    this.rows = rows;
    this.left = left;
    this.right = right;
    this.distance = distance;
    this.size = size;
  }

  /** A tree over {@code rows} rows of {@code rows} − 1 merges (none for no rows); not copied. */
  static SingleLinkageTree of(int rows, int[] left, int[] right, double[] distance) {
    int[] size = new int[left.length];
    for (int i = 0; i < size.length; i++) {
      if (left[i] >= rows + i || right[i] >= rows + i || left[i] < 0 || right[i] < 0) {
        throw new IllegalArgumentException(
            "merges must join earlier nodes, got " + left[i] + " and " + right[i] + " in " + i);
      }
      size[i] =
          (left[i] < rows ? 1 : size[left[i] - rows])
              + (right[i] < rows ? 1 : size[right[i] - rows]);
    }
    return new SingleLinkageTree(rows, left, right, distance, size);
  }

  /** This tree with row {@code i} renamed to {@code names[i]}. */
  SingleLinkageTree renamed(int[] names) {
    int[] newLeft = new int[left.length];
    int[] newRight = new int[left.length];
    for (int i = 0; i < left.length; i++) {
      newLeft[i] = left[i] < rows ? names[left[i]] : left[i];
      newRight[i] = right[i] < rows ? names[right[i]] : right[i];
    }
    return new SingleLinkageTree(rows, newLeft, newRight, distance, size);
  }

  /** Number of rows of the table. */
  public int rows() {
    return rows;
  }

  /** Number of merges: one less than rows. */
  public int merges() {
    return left.length;
  }

  /** One of the two nodes that merge {@code i} joins: a row, or n + an earlier merge. */
  public int left(int i) {
    return left[i];
  }

  /** The other node that merge {@code i} joins. */
  public int right(int i) {
    return right[i];
  }

  /** Mutual reachability distance at which merge {@code i} happens. */
  public double distance(int i) {
    return distance[i];
  }

  /** Rows below merge {@code i}. */
  public int size(int i) {
    return size[i];
  }

  /** Rows below a node. */
  int nodeSize(int node) {
    return node < rows ? 1 : size[node - rows];
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(rows);
    ModelFile.writeInts(out, left);
    ModelFile.writeInts(out, right);
    ModelFile.writeDoubles(out, distance);
  }

  static SingleLinkageTree read(DataInputStream in) throws IOException {
    int rows = in.readInt();
    int[] left = ModelFile.readInts(in);
    int[] right = ModelFile.readInts(in);
    if (left.length != Math.max(0, rows - 1)) {
      throw new IllegalArgumentException("merges must be one less than rows, got " + left.length);
    }
    return of(rows, left, right, ModelFile.readDoubles(in));
  }
}
