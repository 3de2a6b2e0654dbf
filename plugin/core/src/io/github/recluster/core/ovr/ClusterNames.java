// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.ovr;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The clusters of a table: their names in an order that people expect (cluster_2 before
 * cluster_10), and each row's place among them.
 *
 * @param names without noise
 * @param codes a row's place among the names; −1 for noise
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record ClusterNames(List<String> names, int[] codes) {
  static final String NOISE = "Noise";

  static ClusterNames of(String[] clusters) {
    Map<String, Integer> places = new TreeMap<>(byNumberThenText());
    Arrays.stream(clusters)
        .filter(Objects::nonNull)
        .filter(name -> !name.equals(NOISE))
        .forEach(name -> places.put(name, 0));
    int next = 0;
    for (Map.Entry<String, Integer> place : places.entrySet()) {
      place.setValue(next++);
    }
    int[] codes =
        Arrays.stream(clusters)
            .mapToInt(name -> name == null || name.equals(NOISE) ? -1 : places.get(name))
            .toArray();
    return new ClusterNames(List.copyOf(places.keySet()), codes);
  }

  int[] sizes() {
    int[] sizes = new int[names.size()];
    for (int code : codes) {
      if (code >= 0) {
        sizes[code]++;
      }
    }
    return sizes;
  }

  /** By the text before a final number, then by the number, then as texts. */
  private static Comparator<String> byNumberThenText() {
    return Comparator.comparing((String name) -> name.substring(0, startOfNumber(name)))
        .thenComparingLong(
            name -> {
              String digits = name.substring(startOfNumber(name));
              return digits.isEmpty() ? -1 : Long.parseLong(digits);
            })
        .thenComparing(Comparator.naturalOrder());
  }

  /** Where up to 18 final digits of a name begin; its length if it ends with none. */
  private static int startOfNumber(String name) {
    int start = name.length();
    while (start > 0 && name.length() - start < 18 && isDigit(name.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
