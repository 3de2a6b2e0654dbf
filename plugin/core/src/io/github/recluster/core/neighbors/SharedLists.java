// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.neighbors;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * The nearest points offered to each of n points so far, by any thread in any order.
 *
 * <p>What is kept, the k smallest by number and then index, does not hang on the order of the
 * offers: that is why a parallel search gives the same bits at any number of threads. An entry is
 * fresh from its arrival until {@link #tire}.
 */
final class SharedLists {
  private static final int LOCKS = 1 << 12;

  final int n;
  final int k;
  final int[] indices;
  final float[] numbers;
  final boolean[] fresh;
  private final AtomicIntegerArray locks = new AtomicIntegerArray(LOCKS);

  SharedLists(int n, int k) {
    this.n = n;
    this.k = k;
    this.indices = new int[n * k];
    this.numbers = new float[n * k];
    this.fresh = new boolean[n * k];
    Arrays.fill(indices, Integer.MAX_VALUE);
    Arrays.fill(numbers, Float.POSITIVE_INFINITY);
  }

  /** Offers two points to each other. */
  void offer(int p, int q, float number) {
    // a stale look at the worst kept number only costs a lock: it never rises
    if (number <= numbers[p * k + k - 1]) {
      insert(p, q, number);
    }
    if (number <= numbers[q * k + k - 1]) {
      insert(q, p, number);
    }
  }

  private void insert(int p, int q, float number) {
    int lock = p & (LOCKS - 1);
    while (!locks.compareAndSet(lock, 0, 1)) {
      Thread.onSpinWait();
    }
    insertAlone(p * k, p * k + k - 1, q, number);
    locks.set(lock, 0);
  }

  private void insertAlone(int first, int last, int q, float number) {
    int at = last + 1;
    while (at > first && before(number, q, at - 1)) {
      at--;
    }
    if (at > last || (at > first && numbers[at - 1] == number && indices[at - 1] == q)) {
      return;
    }
    for (int i = last; i > at; i--) {
      numbers[i] = numbers[i - 1];
      indices[i] = indices[i - 1];
      fresh[i] = fresh[i - 1];
    }
    numbers[at] = number;
    indices[at] = q;
    fresh[at] = true;
  }

  private boolean before(float number, int q, int entry) {
    return number < numbers[entry] || (number == numbers[entry] && q < indices[entry]);
  }

  /** An entry is fresh no more. */
  void tire(int entry) {
    fresh[entry] = false;
  }

  /** Number of fresh entries. */
  long freshEntries() {
    long count = 0;
    for (boolean f : fresh) {
      count += f ? 1 : 0;
    }
    return count;
  }
}
