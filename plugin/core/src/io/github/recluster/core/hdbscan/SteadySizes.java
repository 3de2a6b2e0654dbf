// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.hdbscan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A range of smallest cluster sizes that give the same number of clusters: where it is long, the
 * clusters are least a matter of the size chosen.
 *
 * @param from the smallest size of the range that was looked at
 * @param to the largest one
 * @param middle what the size in the middle gives
 */
public record SteadySizes(int from, int to, SizeOutcome middle) {
  private static final double LONG = 1.5; // largest size of a range / smallest one, at least

  /**
   * The longest ranges with at least two clusters, in the order of sizes; lengths are ratios.
   *
   * @param outcomes in the order of sizes
   * @param most how many at most
   */
  public static List<SteadySizes> of(List<SizeOutcome> outcomes, int most) {
    List<SteadySizes> found = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); ) {
      int j = i + 1;
      while (j < outcomes.size() && outcomes.get(j).clusters() == outcomes.get(i).clusters()) {
        j++;
      }
      int from = outcomes.get(i).minClusterSize();
      int to = outcomes.get(j - 1).minClusterSize();
      if (outcomes.get(i).clusters() > 1 && to >= LONG * from) {
        found.add(new SteadySizes(from, to, outcomes.get((i + j - 1) / 2)));
      }
      i = j;
    }
    return found.stream()
        .sorted(Comparator.comparingDouble(s -> (double) s.from / s.to))
        .limit(most)
        .sorted(Comparator.comparingInt(SteadySizes::from))
        .toList();
  }
}
