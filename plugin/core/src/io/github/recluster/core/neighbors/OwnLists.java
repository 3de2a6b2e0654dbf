// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.neighbors;

import java.util.Arrays;

/**
 * The nearest points offered to each of n points so far, nearest first, ties by index. A point's
 * list is written by one thread at a time. An entry is fresh from its arrival until {@link
 * #snapshot}.
 */
final class OwnLists {
  final int n;
  final int k;
  final int[] indices;
  final float[] numbers;
  private final boolean[] fresh;

  OwnLists(int n, int k) {
    this.n = n;
    this.k = k;
    indices = new int[n * k];
    numbers = new float[n * k];
    fresh = new boolean[n * k];
    Arrays.fill(indices, Integer.MAX_VALUE);
    Arrays.fill(numbers, Float.POSITIVE_INFINITY);
  }

  /** The number beyond which an offer to {@code p} is in vain. */
  float worst(int p) {
    return numbers[p * k + k - 1];
  }

  void offer(int p, int q, float number) {
    int first = p * k;
    int last = first + k - 1;
    int at = last + 1;
    while (at > first && before(number, q, at - 1)) {
      at--;
    }
    if (at > last || (at > first && numbers[at - 1] == number && indices[at - 1] == q)) {
      return;
    }
    int moved = last - at;
    System.arraycopy(numbers, at, numbers, at + 1, moved);
    System.arraycopy(indices, at, indices, at + 1, moved);
    System.arraycopy(fresh, at, fresh, at + 1, moved);
    numbers[at] = number;
    indices[at] = q;
    fresh[at] = true;
  }

  private boolean before(float number, int q, int entry) {
    return number < numbers[entry] || (number == numbers[entry] && q < indices[entry]);
  }

  /** All entries, {@code ~index} where fresh; none is fresh any more. */
  int[] snapshot() {
    int[] copy = indices.clone();
    for (int e = 0; e < copy.length; e++) {
      copy[e] = fresh[e] ? ~copy[e] : copy[e];
    }
    Arrays.fill(fresh, false);
    return copy;
  }
}
