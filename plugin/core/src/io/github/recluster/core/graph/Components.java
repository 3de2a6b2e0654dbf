// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.graph;

import java.util.Arrays;

/**
 * The connected components of a graph, counted from 0 in the order of their first vertices.
 *
 * @param count number of components
 * @param of the component of each vertex
 */
@SuppressWarnings("ArrayRecordComponent") // shared, not copied
public record Components(int count, int[] of) {
  /** Walks through the graph once: O(vertices + edges). */
  public static Components of(WeightedGraph graph) {
    int n = graph.vertices();
    int[] component = new int[n];
    Arrays.fill(component, -1);
    int[] queue = new int[n];
    int count = 0;
    for (int start = 0; start < n; start++) {
      if (component[start] >= 0) {
        continue;
      }
      int tail = 0;
      queue[tail++] = start;
      component[start] = count;
      for (int head = 0; head < tail; head++) {
        int v = queue[head];
        for (int e = graph.offsets()[v]; e < graph.offsets()[v + 1]; e++) {
          int u = graph.targets()[e];
          if (component[u] < 0) {
            component[u] = count;
            queue[tail++] = u;
          }
        }
      }
      count++;
    }
    return new Components(count, component);
  }

  /** The vertices of each component, rising. */
  public int[][] members() {
    int[] sizes = new int[count];
    for (int c : of) {
      sizes[c]++;
    }
    int[][] members = new int[count][];
    for (int c = 0; c < count; c++) {
      members[c] = new int[sizes[c]];
    }
    Arrays.fill(sizes, 0);
    for (int v = 0; v < of.length; v++) {
      members[of[v]][sizes[of[v]]++] = v;
    }
    return members;
  }
}
