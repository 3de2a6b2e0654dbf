// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.data;

import io.github.recluster.core.compute.Progress;
import io.github.recluster.core.compute.RadixSort;
import java.util.Arrays;

/**
 * The canonical order of a table's rows: by their contents, column after column.
 *
 * <p>A stage that puts its rows into this order at its door, and its result back at its exit, gives
 * the same result for shuffled rows, shuffled: whatever hangs on the order of rows (ties, random
 * numbers, block borders) then hangs on the contents alone. Equal rows are interchangeable; among
 * them the one that came first stays first.
 */
public final class RowOrder {
  private final int[] order;

  private RowOrder(int[] order) {
    this.order = order;
  }

  /**
   * Sorts the rows of {@code x} by the bits of their first number, then their second, … (−0 before
   * 0, NaN last).
   *
   * <p>How: a radix sort by the first number, then rows that are equal there by all others. O(n)
   * where the first numbers differ, O(n log n) comparisons where they do not; 32 bytes a row.
   */
  public static RowOrder canonical(Matrix x) {
    return canonical(x, Progress.NONE);
  }

  /**
   * The same; looks for cancellation on the way.
   *
   * @throws java.util.concurrent.CancellationException if the user asked to stop
   */
  public static RowOrder canonical(Matrix x, Progress progress) {
    int n = x.rows();
    int d = x.columns();
    double[] values = x.values();
    long[] keys = new long[n];
    for (int i = 0; d > 0 && i < n; i++) {
      keys[i] = RadixSort.key(values[i * d]);
    }
    int[] order = RadixSort.order(keys, progress);
    int[] spare = d > 1 ? new int[n] : null;
    for (int from = 0; d > 1 && from < n; ) {
      long first = RadixSort.key(values[order[from] * d]);
      int to = from + 1;
      while (to < n && RadixSort.key(values[order[to] * d]) == first) {
        to++;
      }
      if (to > from + 1) {
        sort(order, spare, from, to, values, d);
      }
      if ((from >> 16) != (to >> 16)) {
        progress.checkCanceled();
      }
      from = to;
    }
    return new RowOrder(order);
  }

  /** Row {@code order()[i]} of the table is row {@code i} of the canonical table; not a copy. */
  public int[] order() {
    return order;
  }

  /** The table in canonical order. */
  public Matrix apply(Matrix x) {
    return x.select(order);
  }

  /** A result with a row for each canonical row, back in the table's own order. */
  public Matrix restore(Matrix canonical) {
    return canonical.scatter(order);
  }

  /** A result with a number for each canonical row, back in the table's own order. */
  public double[] restore(double[] canonical) {
    double[] result = new double[canonical.length];
    for (int i = 0; i < order.length; i++) {
      result[order[i]] = canonical[i];
    }
    return result;
  }

  /** A result with a number for each canonical row, back in the table's own order. */
  public int[] restore(int[] canonical) {
    int[] result = new int[canonical.length];
    for (int i = 0; i < order.length; i++) {
      result[order[i]] = canonical[i];
    }
    return result;
  }

  /** Stable merge sort of row ids without boxing. */
  private static void sort(int[] ids, int[] spare, int from, int to, double[] values, int d) {
    if (to - from <= 12) {
      for (int i = from + 1; i < to; i++) {
        int id = ids[i];
        int j = i;
        while (j > from && compare(values, d, ids[j - 1], id) > 0) {
          ids[j] = ids[j - 1];
          j--;
        }
        ids[j] = id;
      }
      return;
    }
    int middle = (from + to) >>> 1;
    sort(ids, spare, from, middle, values, d);
    sort(ids, spare, middle, to, values, d);
    if (compare(values, d, ids[middle - 1], ids[middle]) <= 0) {
      return;
    }
    System.arraycopy(ids, from, spare, from, middle - from);
    int left = from;
    int right = middle;
    int out = from;
    while (left < middle) {
      if (right < to && compare(values, d, ids[right], spare[left]) < 0) {
        ids[out++] = ids[right++];
      } else {
        ids[out++] = spare[left++];
      }
    }
  }

  private static int compare(double[] values, int d, int a, int b) {
    int i = Arrays.mismatch(values, a * d, a * d + d, values, b * d, b * d + d);
    return i < 0 ? 0 : Double.compare(values[a * d + i], values[b * d + i]);
  }
}
