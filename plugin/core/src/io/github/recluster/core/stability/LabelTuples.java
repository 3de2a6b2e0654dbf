// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.stability;

import io.github.recluster.core.data.Labels;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Rows that have the same label in every run, as one group.
 *
 * <p>Nobody is nearer to such a row than its group, so that average linkage joins the group first:
 * what follows may work on groups. Groups are numbered by their first row, whatever the order of
 * the runs.
 */
final class LabelTuples {
  /** The group of each row. */
  final int[] group;

  /** The first row of each group. */
  final int[] first;

  /** The rows of each group. */
  final int[] size;

  private LabelTuples(int[] group, int[] first, int[] size) {
    this.group = group;
    this.first = first;
    this.size = size;
  }

  static LabelTuples of(int[][] runs, int rows) {
    int[] group = new int[rows];
    for (int[] labels : runs) {
      Map<Long, Integer> seen = new HashMap<>();
      for (int i = 0; i < rows; i++) {
        long key = ((long) group[i] << 32) | (labels[i] & 0xFFFFFFFFL);
        int fresh = seen.size();
        Integer known = seen.putIfAbsent(key, fresh);
        group[i] = known == null ? fresh : known;
      }
    }
    int count = Labels.count(group);
    int[] first = new int[count];
    Arrays.fill(first, -1);
    for (int i = 0; i < rows; i++) {
      if (first[group[i]] < 0) {
        first[group[i]] = i;
      }
    }
    return new LabelTuples(group, first, Labels.sizes(group));
  }

  int count() {
    return first.length;
  }
}
