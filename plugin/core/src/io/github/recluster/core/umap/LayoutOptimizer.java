// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.graph.WeightedGraph;

/**
 * Moves points so that joined ones come close and others stay away: stochastic gradient descent on
 * the fuzzy cross entropy.
 *
 * <p>In: the graph, a start (n × c, interleaved floats). Out: the same array, moved. How: in every
 * epoch in which ⌊epoch · weight / largest weight⌋ rises, an edge moves both its ends toward each
 * other, as far the one as the other, twice; each time one end is then pushed from {@code
 * negativeSampleRate} random others, which are seen where they stood before the epoch. Edges move
 * in rounds within which no two threads touch one point; random numbers hang on seed, epoch and
 * edge. So the bits are the same at any number of threads. Cost: O(edges · epochs). Ref: UMAP,
 * algorithm 5. Differs: in umap-learn the others are seen where they stand.
 */
final class LayoutOptimizer {
  private static final float CLIP = 4;

  private final EdgeRounds edges;
  private final GradientTable table;
  private final int components;
  private final int negatives;
  private final int epochs;
  private final double learningRate;

  LayoutOptimizer(WeightedGraph graph, UmapOptions options, int epochs) {
    this.epochs = epochs;
    this.edges = new EdgeRounds(graph);
    this.components = options.components();
    this.negatives = options.negativeSampleRate();
    this.learningRate = options.learningRate();
    this.table = new GradientTable(DistanceCurve.of(options), options.repulsionStrength());
  }

  void run(float[] places, long seed, Parallel parallel) {
    float[] seated = new float[places.length];
    seat(places, seated, true);
    new Run(seated, seed).run(parallel);
    seat(places, seated, false);
  }

  private void seat(float[] places, float[] seated, boolean in) {
    for (int v = 0; v < edges.seats.length; v++) {
      int seat = edges.seats[v] * components;
      if (in) {
        System.arraycopy(places, v * components, seated, seat, components);
      } else {
        System.arraycopy(seated, seat, places, v * components, components);
      }
    }
  }

  /** One layout. */
  private final class Run {
    private final float[] places;

    /** The places before the epoch. */
    private final float[] before;

    /** Edges that are due, cell by cell. */
    private final int[] due = new int[edges.heads.length];

    private final long seed;
    private final int vertices;
    private int epoch;
    private long stream;
    private float step;

    Run(float[] places, long seed) {
      this.places = places;
      this.before = new float[places.length];
      this.seed = seed;
      this.vertices = edges.seats.length;
    }

    void run(Parallel parallel) {
      for (epoch = 1; epoch < epochs; epoch++) {
        step = (float) (learningRate * (1 - (double) epoch / epochs));
        stream = Seeds.stream(seed, epoch);
        System.arraycopy(places, 0, before, 0, places.length);
        for (int round = 0; round < edges.blocks; round++) {
          int now = round;
          parallel.forChunks(
              edges.blocks,
              1,
              (from, to) -> {
                for (int cell = from; cell < to; cell++) {
                  play(edges.first(now, cell), edges.first(now, cell + 1));
                }
              });
        }
        if ((epoch & 7) == 0) {
          parallel
              .progress()
              .report((double) epoch / epochs, "Laying out, epoch " + epoch + " of " + epochs);
        }
      }
    }

    /** Moves along the edges of a cell: once with the one end in front, once with the other. */
    private void play(int from, int to) {
      int end = due(from, to);
      for (int i = from; i < end; i++) {
        int e = due[i];
        long key = Seeds.bits(stream, 2L * e);
        if (components == 2) {
          movePlane(edges.heads[e], edges.tails[e], key);
        } else {
          move(edges.heads[e] * components, edges.tails[e] * components, key);
        }
      }
      for (int i = from; i < end; i++) {
        int e = due[i];
        long key = Seeds.bits(stream, 2L * e + 1);
        if (components == 2) {
          movePlane(edges.tails[e], edges.heads[e], key);
        } else {
          move(edges.tails[e] * components, edges.heads[e] * components, key);
        }
      }
    }

    /** Lists a cell's edges that are due, without branches; returns where the list ends. */
    private int due(int from, int to) {
      int end = from;
      for (int e = from; e < to; e++) {
        due[end] = e;
        long rate = (edges.rates[e] & 0xFFFFFFFFL) + 1;
        long turns = rate * epoch;
        end += (int) ((turns >>> 32) - ((turns - rate) >>> 32));
      }
      return end;
    }

    private void movePlane(int v, int w, long key) {
      float x = places[2 * v];
      float y = places[2 * v + 1];
      float p = places[2 * w] - x;
      float q = places[2 * w + 1] - y;
      float g = table.pull(p * p + q * q);
      p = step * clip(g * p);
      q = step * clip(g * q);
      places[2 * w] -= p;
      places[2 * w + 1] -= q;
      x += p;
      y += q;
      long random = key;
      for (int s = 0; s < negatives; s++) {
        random = after(random);
        int other = (int) (((random >>> 32) * vertices) >>> 32);
        p = x - before[2 * other];
        q = y - before[2 * other + 1];
        g = other == v ? 0 : table.push(p * p + q * q);
        x += step * clip(g * p);
        y += step * clip(g * q);
      }
      places[2 * v] = x;
      places[2 * v + 1] = y;
    }

    private void move(int v, int w, long key) {
      float g = table.pull(squared(places, v, places, w));
      for (int j = 0; j < components; j++) {
        float t = step * clip(g * (places[w + j] - places[v + j]));
        places[v + j] += t;
        places[w + j] -= t;
      }
      long random = key;
      for (int s = 0; s < negatives; s++) {
        random = after(random);
        int other = (int) (((random >>> 32) * vertices) >>> 32) * components;
        if (other != v) {
          g = table.push(squared(places, v, before, other));
          for (int j = 0; j < components; j++) {
            places[v + j] += step * clip(g * (places[v + j] - before[other + j]));
          }
        }
      }
    }

    private float squared(float[] own, int v, float[] others, int w) {
      float sum = 0;
      for (int j = 0; j < components; j++) {
        float t = own[v + j] - others[w + j];
        sum += t * t;
      }
      return sum;
    }
  }

  /** The next of an edge's random numbers; its upper half is used (Knuth's MMIX). */
  private static long after(long key) {
    return key * 6364136223846793005L + 1442695040888963407L;
  }

  static float clip(float value) {
    return Math.max(-CLIP, Math.min(CLIP, value));
  }
}
