// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.ovr;

import io.github.recluster.core.compute.Seeds;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Splits of rows that keep every cluster's share.
 *
 * <p><b>In</b>: a class a row. <b>Out</b>: a part a row. <b>How</b>: each class is shuffled by
 * counted random numbers, then dealt out.
 */
final class Splits {
  private Splits() {}

  /** True for the rows kept back: of each class its share, rounded, but never the last row. */
  static boolean[] heldOut(int[] classes, double share, long seed) {
    boolean[] held = new boolean[classes.length];
    for (int[] rows : shuffledClasses(classes, seed)) {
      int count = (int) Math.min(rows.length - 1, Math.round(share * rows.length));
      for (int i = 0; i < count; i++) {
        held[rows[i]] = true;
      }
    }
    return held;
  }

  /** A fold a row; each class and the whole are dealt out evenly. */
  static int[] folds(int[] classes, int folds, long seed) {
    int[] fold = new int[classes.length];
    int next = 0;
    for (int[] rows : shuffledClasses(classes, seed)) {
      for (int row : rows) {
        fold[row] = next++ % folds;
      }
    }
    return fold;
  }

  /** The rows of each class, by rising class, in random order. */
  private static int[][] shuffledClasses(int[] classes, long seed) {
    return Arrays.stream(classes)
        .distinct()
        .sorted()
        .mapToObj(
            c ->
                shuffled(
                    IntStream.range(0, classes.length).filter(i -> classes[i] == c).toArray(),
                    seed))
        .toArray(int[][]::new);
  }

  /** The items in random order: sorted by a hash of themselves. */
  static int[] shuffled(int[] items, long seed) {
    return Arrays.stream(items)
        .mapToObj(i -> new long[] {Seeds.bits(seed, i), i})
        .sorted((a, b) -> a[0] != b[0] ? Long.compare(a[0], b[0]) : Long.compare(a[1], b[1]))
        .mapToInt(pair -> (int) pair[1])
        .toArray();
  }
}
