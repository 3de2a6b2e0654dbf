// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.graph.WeightedGraph;

/**
 * Moves points so that joined ones come close and others stay away: stochastic gradient descent on
 * the fuzzy cross entropy.
 *
 * <p>In: the graph, a start (n × c, interleaved floats). Out: the same array, moved. How: every
 * vertex owns its place and moves itself alone, along all its edges that are due, with {@code
 * negativeSampleRate} random others for each; so no two threads write to one place. An edge is due
 * in the epochs in which ⌊epoch · weight / largest weight⌋ rises. Vertices move in blocks, one
 * after the other, of {@value #ALONE} in small tables, else {@value #BLOCKS} in all; within a block
 * each sees the others where they stood before it. Random numbers hang on seed, epoch and vertex.
 * So the bits are the same at any number of threads. Cost: O(edges · epochs). Ref: UMAP, algorithm
 * 5. Differs: in umap-learn an edge moves both its ends, from either side; here each end moves
 * itself in each of two visits an epoch, and at most half the way, so that the two do not pass each
 * other.
 */
final class LayoutOptimizer {
  private static final int BLOCKS = 32;
  private static final int ALONE = 8;
  private static final int CHUNK = 256;
  private static final float CLIP = 4;
  private static final float HALF = 0.5f;

  private final WeightedGraph graph;
  private final GradientTable table;
  private final int components;
  private final int negatives;
  private final int epochs;
  private final double learningRate;

  /** 2^32 · weight / largest weight − 1, unsigned. */
  private final int[] rates;

  private final int busiest;

  LayoutOptimizer(WeightedGraph graph, UmapOptions options, int epochs) {
    this.epochs = epochs;
    this.graph = graph;
    this.components = options.components();
    this.negatives = options.negativeSampleRate();
    this.learningRate = options.learningRate();
    this.table = new GradientTable(DistanceCurve.of(options), options.repulsionStrength());
    float largest = graph.largestWeight();
    this.rates = new int[graph.targets().length];
    for (int e = 0; e < rates.length; e++) {
      rates[e] = (int) ((long) (graph.weights()[e] / largest * 0x1p32) - 1);
    }
    int most = 0;
    for (int v = 0; v < graph.vertices(); v++) {
      most = Math.max(most, graph.offsets()[v + 1] - graph.offsets()[v]);
    }
    this.busiest = most;
  }

  /** One visit of every vertex. */
  private record Visit(int epoch, float step, long stream, int negatives) {}

  void run(float[] places, long seed, Parallel parallel) {
    float[] next = new float[places.length];
    for (int epoch = 1; epoch < epochs; epoch++) {
      float step = (float) (learningRate * (1 - (double) epoch / epochs));
      int half = negatives / 2;
      visit(new Visit(epoch, step, Seeds.stream(seed, 2L * epoch), half), places, next, parallel);
      visit(
          new Visit(epoch, step, Seeds.stream(seed, 2L * epoch + 1), negatives - half),
          places,
          next,
          parallel);
      if ((epoch & 7) == 0) {
        parallel
            .progress()
            .report((double) epoch / epochs, "Laying out, epoch " + epoch + " of " + epochs);
      }
    }
  }

  private void visit(Visit visit, float[] places, float[] next, Parallel parallel) {
    int n = graph.vertices();
    int block = n <= BLOCKS * CHUNK ? ALONE : (n + BLOCKS - 1) / BLOCKS;
    for (int start = 0; start < n; start += block) {
      int first = start;
      int count = Math.min(block, n - start);
      parallel.forChunks(
          count,
          CHUNK,
          (from, to) -> {
            if (components == 2) {
              movePlane(first + from, first + to, visit, places, next);
            } else {
              move(first + from, first + to, visit, places, next);
            }
          });
      System.arraycopy(next, first * components, places, first * components, count * components);
    }
  }

  /** Lists the ends of v's edges that are due, without branches. */
  private int due(int v, int epoch, int[] due) {
    int count = 0;
    int[] targets = graph.targets();
    for (int e = graph.offsets()[v]; e < graph.offsets()[v + 1]; e++) {
      due[count] = targets[e];
      long rate = (rates[e] & 0xFFFFFFFFL) + 1;
      long turns = rate * epoch;
      count += (int) ((turns >>> 32) - ((turns - rate) >>> 32));
    }
    return count;
  }

  private void movePlane(int from, int to, Visit visit, float[] places, float[] next) {
    int n = graph.vertices();
    float step = visit.step;
    float halfway = HALF / step;
    int[] due = new int[busiest + 1];
    for (int v = from; v < to; v++) {
      int count = due(v, visit.epoch, due);
      float x = places[2 * v];
      float y = places[2 * v + 1];
      long key = Seeds.bits(visit.stream, v);
      for (int e = 0; e < count; e++) {
        float p = x - places[2 * due[e]];
        float q = y - places[2 * due[e] + 1];
        float g = Math.min(table.pull(p * p + q * q), halfway);
        x -= step * clip(g * p);
        y -= step * clip(g * q);
        for (int s = 0; s < visit.negatives; s++) {
          key = after(key);
          int w = (int) (((key >>> 32) * n) >>> 32);
          p = x - places[2 * w];
          q = y - places[2 * w + 1];
          g = w == v ? 0 : table.push(p * p + q * q);
          x += step * clip(g * p);
          y += step * clip(g * q);
        }
      }
      next[2 * v] = x;
      next[2 * v + 1] = y;
    }
  }

  private void move(int from, int to, Visit visit, float[] places, float[] next) {
    int n = graph.vertices();
    int c = components;
    int[] due = new int[busiest + 1];
    float[] own = new float[c];
    for (int v = from; v < to; v++) {
      int count = due(v, visit.epoch, due);
      System.arraycopy(places, v * c, own, 0, c);
      long key = Seeds.bits(visit.stream, v);
      for (int e = 0; e < count; e++) {
        pull(own, places, due[e] * c, visit.step, table);
        for (int s = 0; s < visit.negatives; s++) {
          key = after(key);
          int w = (int) (((key >>> 32) * n) >>> 32);
          if (w != v) {
            push(own, places, w * c, visit.step, table);
          }
        }
      }
      System.arraycopy(own, 0, next, v * c, c);
    }
  }

  /** The next of a vertex's random numbers in one visit; its upper half is used (Knuth's MMIX). */
  private static long after(long key) {
    return key * 6364136223846793005L + 1442695040888963407L;
  }

  /** Moves a point toward another. */
  static void pull(float[] own, float[] places, int other, float step, GradientTable table) {
    float g = Math.min(table.pull(squared(own, places, other)), HALF / step);
    for (int j = 0; j < own.length; j++) {
      own[j] += step * clip(g * (places[other + j] - own[j]));
    }
  }

  /** Moves a point away from another. */
  static void push(float[] own, float[] places, int other, float step, GradientTable table) {
    float g = table.push(squared(own, places, other));
    for (int j = 0; j < own.length; j++) {
      own[j] += step * clip(g * (own[j] - places[other + j]));
    }
  }

  private static float squared(float[] own, float[] places, int other) {
    float sum = 0;
    for (int j = 0; j < own.length; j++) {
      float t = own[j] - places[other + j];
      sum += t * t;
    }
    return sum;
  }

  private static float clip(float value) {
    return Math.max(-CLIP, Math.min(CLIP, value));
  }
}
