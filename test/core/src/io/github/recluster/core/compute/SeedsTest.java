// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SeedsTest {
  @Test
  @Tag("twin")
  void numbersAreThoseOfSplitMix64() {
    for (long seed : new long[] {0, 1, -7, Long.MAX_VALUE}) {
      SplittableRandom random = new SplittableRandom(seed);
      SplittableRandom fractions = new SplittableRandom(seed);
      for (int i = 1; i < 50; i++) {
        long bits = random.nextLong();
        assertEquals(bits, Seeds.bits(seed, i));
        assertEquals(bits, Seeds.stream(seed, i - 1));
        assertEquals(fractions.nextDouble(), Seeds.uniform(seed, i), 0);
      }
    }
  }

  @Test
  @Tag("law")
  void numbersBelowABoundAreAllOfThemAndEquallyOften() {
    int[] counts = new int[7];
    for (int i = 0; i < 70_000; i++) {
      counts[Seeds.below(3, i, 7)]++;
    }
    for (int count : counts) {
      assertEquals(10_000, count, 400, "four standard deviations of 93");
    }
    int largest = 0;
    for (int i = 0; i < 100; i++) {
      largest = Math.max(largest, Seeds.below(5, i, Integer.MAX_VALUE));
    }
    assertEquals(Integer.MAX_VALUE, largest, Integer.MAX_VALUE * 0.1);
  }
}
