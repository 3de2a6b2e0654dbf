// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.data;

/** What every stage means by a row's cluster: 0, 1, 2, … by falling size, or {@link #NOISE}. */
public final class Labels {
  /** The label of a row that lies in no cluster. */
  public static final int NOISE = -1;

  private Labels() {}

  /** Number of clusters: one more than the largest label. */
  public static int count(int[] labels) {
    int largest = NOISE;
    for (int label : labels) {
      largest = Math.max(largest, label);
    }
    return largest + 1;
  }

  /** Rows in each cluster; noise is not counted. */
  public static int[] sizes(int[] labels) {
    int[] sizes = new int[count(labels)];
    for (int label : labels) {
      if (label != NOISE) {
        sizes[label]++;
      }
    }
    return sizes;
  }
}
