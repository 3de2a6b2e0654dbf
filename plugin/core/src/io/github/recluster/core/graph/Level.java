// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.graph;

import java.util.Arrays;

/**
 * A graph and its degrees, and how it becomes a smaller one: each vertex joins the neighbor that it
 * is bound to most, and each group becomes a vertex. Weights between groups are added up; those
 * within count for the degree alone.
 */
final class Level {
  final WeightedGraph graph;
  final double[] degrees;

  /** The group of each vertex, once {@link #coarser} was called. */
  int[] groups = {};

  Level(WeightedGraph graph, double[] degrees) {
    this.graph = graph;
    this.degrees = degrees;
  }

  static Level of(WeightedGraph graph) {
    double[] degrees = new double[graph.vertices()];
    for (int v = 0; v < degrees.length; v++) {
      for (int e = graph.offsets()[v]; e < graph.offsets()[v + 1]; e++) {
        degrees[v] += graph.weights()[e];
      }
    }
    return new Level(graph, degrees);
  }

  int vertices() {
    return degrees.length;
  }

  Level coarser() {
    int count = match();
    double[] sums = new double[count];
    for (int v = 0; v < groups.length; v++) {
      sums[groups[v]] += degrees[v];
    }
    return new Level(contract(count), sums);
  }

  /** Groups of two or more: an unmatched neighbor if there is one, else the strongest's group. */
  private int match() {
    int n = vertices();
    groups = new int[n];
    Arrays.fill(groups, -1);
    int count = 0;
    for (int v = 0; v < n; v++) {
      if (groups[v] >= 0) {
        continue;
      }
      int free = -1;
      int any = -1;
      double best = -1;
      double strongest = -1;
      for (int e = graph.offsets()[v]; e < graph.offsets()[v + 1]; e++) {
        int u = graph.targets()[e];
        double bond = graph.weights()[e] / degrees[u];
        if (groups[u] < 0 && bond > best) {
          best = bond;
          free = u;
        } else if (groups[u] >= 0 && bond > strongest) {
          strongest = bond;
          any = u;
        }
      }
      if (free >= 0) {
        groups[v] = groups[free] = count++;
      } else {
        groups[v] = any >= 0 ? groups[any] : count++;
      }
    }
    return count;
  }

  private WeightedGraph contract(int count) {
    int[] starts = new int[count + 1];
    for (int group : groups) {
      starts[group + 1]++;
    }
    for (int g = 0; g < count; g++) {
      starts[g + 1] += starts[g];
    }
    int[] members = new int[groups.length];
    int[] at = Arrays.copyOf(starts, count);
    for (int v = 0; v < groups.length; v++) {
      members[at[groups[v]]++] = v;
    }
    int[] offsets = new int[count + 1];
    int[] targets = new int[graph.targets().length];
    float[] weights = new float[targets.length];
    int[] place = new int[count];
    int end = 0;
    for (int g = 0; g < count; g++) {
      int start = end;
      for (int m = starts[g]; m < starts[g + 1]; m++) {
        int v = members[m];
        for (int e = graph.offsets()[v]; e < graph.offsets()[v + 1]; e++) {
          int other = groups[graph.targets()[e]];
          if (other == g) {
            continue;
          }
          int p = place[other] - 1;
          if (p < start || p >= end || targets[p] != other) {
            p = end++;
            place[other] = p + 1;
            targets[p] = other;
            weights[p] = 0;
          }
          weights[p] += graph.weights()[e];
        }
      }
      offsets[g + 1] = end;
    }
    return new WeightedGraph(offsets, Arrays.copyOf(targets, end), Arrays.copyOf(weights, end));
  }
}
