// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.neighbors;

import java.util.Arrays;

/**
 * The nearest of the points offered, nearest first; among equally near ones the smaller index is
 * nearer. What is kept does not hang on the order of the offers.
 */
final class NearestList {
  final int[] indices;
  final float[] numbers;

  NearestList(int k) {
    indices = new int[k];
    numbers = new float[k];
    clear();
  }

  void clear() {
    Arrays.fill(numbers, Float.POSITIVE_INFINITY);
    Arrays.fill(indices, Integer.MAX_VALUE);
  }

  /** The number beyond which an offer is in vain. */
  float worst() {
    return numbers[numbers.length - 1];
  }

  void offer(int index, float number) {
    int at = numbers.length - 1;
    if (number > numbers[at] || (number == numbers[at] && index > indices[at])) {
      return;
    }
    for (;
        at > 0
            && (numbers[at - 1] > number || (numbers[at - 1] == number && indices[at - 1] > index));
        at--) {
      numbers[at] = numbers[at - 1];
      indices[at] = indices[at - 1];
    }
    numbers[at] = number;
    indices[at] = index;
  }
}
