// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.stability;

import io.github.recluster.core.data.Labels;
import io.github.recluster.nodes.table.ClusterNames;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Clusters that another node found, as numbers, the largest first; missing values and noise are in
 * none.
 *
 * @param names of the clusters
 * @param labels of the rows
 */
@SuppressWarnings("ArrayRecordComponent") // never written to
record GivenClusters(List<String> names, int[] labels) {
  static final GivenClusters NONE = new GivenClusters(List.of(), new int[0]);

  /**
   * Numbers the clusters of some rows.
   *
   * @param clusters of all rows of a table; null where missing
   * @param positions of the rows
   */
  static GivenClusters of(String[] clusters, int[] positions) {
    Map<String, Integer> sizes = new HashMap<>();
    for (int position : positions) {
      if (isCluster(clusters[position])) {
        sizes.merge(clusters[position], 1, Integer::sum);
      }
    }
    List<String> names =
        sizes.keySet().stream()
            .sorted(
                Comparator.<String>comparingInt(name -> -sizes.get(name))
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    Map<String, Integer> numbers = new HashMap<>();
    for (String name : names) {
      numbers.put(name, numbers.size());
    }
    int[] labels =
        Arrays.stream(positions)
            .map(position -> numbers.getOrDefault(clusters[position], Labels.NOISE))
            .toArray();
    return new GivenClusters(names, labels);
  }

  private static boolean isCluster(String name) {
    return name != null && !name.equals(ClusterNames.NOISE);
  }
}
