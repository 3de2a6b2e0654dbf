// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import java.util.Arrays;
import java.util.List;

/**
 * Where a cluster's label stands: at one of its own points, the one nearest to the median of each
 * coordinate.
 */
final class Middles {
  private Middles() {}

  static int[] of(List<float[]> coordinates, int[] clusters, int count) {
    int[][] members = members(clusters, count);
    int[] middles = new int[count];
    for (int cluster = 0; cluster < count; cluster++) {
      middles[cluster] = nearestToMedian(coordinates, members[cluster]);
    }
    return middles;
  }

  private static int nearestToMedian(List<float[]> coordinates, int[] members) {
    double[] squares = new double[members.length];
    for (float[] axis : coordinates) {
      float[] sorted = new float[members.length];
      for (int i = 0; i < members.length; i++) {
        sorted[i] = axis[members[i]];
      }
      Arrays.sort(sorted);
      float median = members.length == 0 ? 0 : sorted[members.length / 2];
      for (int i = 0; i < members.length; i++) {
        double off = axis[members[i]] - median;
        squares[i] += off * off;
      }
    }
    int best = -1;
    for (int i = 0; i < members.length; i++) {
      if (best < 0 || squares[i] < squares[best]) {
        best = i;
      }
    }
    return best < 0 ? -1 : members[best];
  }

  private static int[][] members(int[] clusters, int count) {
    int[] sizes = new int[count];
    for (int cluster : clusters) {
      if (cluster >= 0) {
        sizes[cluster]++;
      }
    }
    int[][] members = new int[count][];
    Arrays.setAll(members, cluster -> new int[sizes[cluster]]);
    int[] next = new int[count];
    for (int i = 0; i < clusters.length; i++) {
      if (clusters[i] >= 0) {
        members[clusters[i]][next[clusters[i]]++] = i;
      }
    }
    return members;
  }
}
