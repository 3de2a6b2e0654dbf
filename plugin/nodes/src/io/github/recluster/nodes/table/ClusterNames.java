// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.table;

import io.github.recluster.core.data.Labels;
import java.util.List;
import java.util.stream.IntStream;

/** What clusters are called in tables. */
public final class ClusterNames {
  /** The value of a row that lies in no cluster. */
  public static final String NOISE = "Noise";

  private ClusterNames() {}

  /** The name of a cluster: {@code cluster_0} is the largest. */
  public static String of(int label) {
    return label == Labels.NOISE ? NOISE : "cluster_" + label;
  }

  /** The names of clusters 0 … count − 1. */
  public static List<String> list(int count) {
    return IntStream.range(0, count).mapToObj(ClusterNames::of).toList();
  }

  /** The same, then noise. */
  public static String[] all(int count) {
    String[] names = new String[count + 1];
    for (int i = 0; i < count; i++) {
      names[i] = of(i);
    }
    names[count] = NOISE;
    return names;
  }
}
