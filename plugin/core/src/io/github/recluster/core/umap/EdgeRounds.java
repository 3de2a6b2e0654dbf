// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import io.github.recluster.core.graph.WeightedGraph;

/**
 * The edges of a graph in an order in which many threads may move both ends of an edge.
 *
 * <p>In: the graph. Out: each edge once, in cells; cells of one round share no vertex. How:
 * vertices are dealt to blocks like cards, vertex v to block v mod blocks, and stand block by
 * block; the edges between blocks A and B make a cell, which plays in round (A + B) mod blocks,
 * where neither block plays with another. Small graphs are one block. Ref: Gemulla et al.:
 * Large-scale matrix factorization with distributed stochastic gradient descent (KDD 2011), strata.
 */
final class EdgeRounds {
  private static final int BLOCKS = 32;
  private static final int FEW_VERTICES = 4096;

  final int blocks;

  /** Where each vertex stands, block by block. */
  final int[] seats;

  /** One end's seat, the other's; 2^32 · weight / largest weight − 1, unsigned. */
  final int[] heads;

  final int[] tails;
  final int[] rates;

  /** Where the cells' edges begin: cell A of round r is number r · blocks + A. */
  private final int[] cells;

  EdgeRounds(WeightedGraph graph) {
    int n = graph.vertices();
    blocks = n < FEW_VERTICES ? 1 : BLOCKS;
    seats = new int[n];
    int seat = 0;
    for (int block = 0; block < blocks; block++) {
      for (int v = block; v < n; v += blocks) {
        seats[v] = seat++;
      }
    }
    int edges = 0;
    cells = new int[blocks * blocks + 1];
    for (int v = 0; v < n; v++) {
      for (int e = graph.offsets()[v]; e < graph.offsets()[v + 1]; e++) {
        if (graph.targets()[e] > v) {
          cells[cell(v, graph.targets()[e]) + 1]++;
          edges++;
        }
      }
    }
    for (int cell = 0; cell < blocks * blocks; cell++) {
      cells[cell + 1] += cells[cell];
    }
    heads = new int[edges];
    tails = new int[edges];
    rates = new int[edges];
    fill(graph);
  }

  private void fill(WeightedGraph graph) {
    int[] next = cells.clone();
    float largest = graph.largestWeight();
    for (int v = 0; v < graph.vertices(); v++) {
      for (int e = graph.offsets()[v]; e < graph.offsets()[v + 1]; e++) {
        int w = graph.targets()[e];
        if (w > v) {
          int place = next[cell(v, w)]++;
          heads[place] = seats[v];
          tails[place] = seats[w];
          rates[place] = (int) ((long) (graph.weights()[e] / largest * 0x1p32) - 1);
        }
      }
    }
  }

  private int cell(int v, int w) {
    int a = v % blocks;
    int b = w % blocks;
    return (a + b) % blocks * blocks + Math.min(a, b);
  }

  /** The first edge of a cell in a round; the last is before the first of the next cell. */
  int first(int round, int cell) {
    return cells[round * blocks + cell];
  }
}
