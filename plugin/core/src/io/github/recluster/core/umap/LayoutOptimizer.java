// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.graph.WeightedGraph;
import java.util.Arrays;

/**
 * Moves points so that joined ones come close and others stay away: stochastic gradient descent on
 * the fuzzy cross entropy.
 *
 * <p>In: the graph, a start (n × c, interleaved floats). Out: the same array, moved. How: in every
 * epoch in which ⌊epoch · weight / largest weight⌋ rises, an edge moves both its ends toward each
 * other, the one as far as the other, twice; each time one end is then pushed from others, which
 * are seen where they stood before the epoch: from {@value #NEAR} of the near ones, and from those
 * of two random ones (in large tables one) that are far, so that on average the push is that of
 * {@code negativeSampleRate} random ones. Edges move in rounds within which no two threads touch
 * one point; random numbers hang on seed, epoch and edge. So the bits are the same at any number of
 * threads. Cost: O(edges · epochs). Ref: UMAP, algorithm 5. Differs: umap-learn's random others are
 * seldom near, but then push hard, and its pulled ends pass each other; both are noise, and with
 * another seed it gives other clusters. Here near and far are sampled apart, and ends never pass.
 */
final class LayoutOptimizer {
  /**
   * The share of their distance that an end moves toward the other, at most: less in small tables,
   * whose clusters hang on single moves, more in large ones, whose points must find their place in
   * fewer epochs.
   */
  private static final float CLOSING_FEW = 0.1f;

  private static final float CLOSING_MANY = 0.3f;
  private static final int FEW_VERTICES = 8192;

  /** How many near others push a point at a visit. */
  private static final int NEAR = 2;

  /** How many random others do; in large tables a point is visited often enough for one. */
  private static final int FAR_FEW = 2;

  private static final int FAR_MANY = 1;

  private final EdgeRounds edges;
  private final GradientTable table;
  private final int components;
  private final int negatives;
  private final int epochs;
  private final double learningRate;

  /** Null where densities do not count. */
  private final DensityTerm density;

  LayoutOptimizer(WeightedGraph graph, UmapOptions options, int epochs) {
    this(graph, options, epochs, null);
  }

  LayoutOptimizer(WeightedGraph graph, UmapOptions options, int epochs, DensityTerm density) {
    this.density = density;
    this.epochs = epochs;
    this.edges = new EdgeRounds(graph);
    this.components = options.components();
    this.negatives = options.negativeSampleRate();
    this.learningRate = options.learningRate();
    this.table = new GradientTable(DistanceCurve.of(options), options.repulsionStrength());
  }

  void run(float[] places, long seed, Parallel parallel) {
    if (edges.heads.length == 0) {
      return;
    }
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

    /** Where all stood before the epoch. */
    private final PointGrid grid;

    /** Edges that are due, cell by cell. */
    private final int[] due = new int[edges.heads.length];

    private final long seed;
    private final int vertices;

    /** How many random others push at a visit. */
    private final int far;

    /** How much a near other counts beside a random one, for each that is near. */
    private final float each;

    private int epoch;
    private long stream;
    private float step;

    /** The largest coefficient of a pull. */
    private float most;

    /** The step of a push, which stands for more. */
    private float push;

    Run(float[] places, long seed) {
      this.places = places;
      this.seed = seed;
      this.vertices = edges.seats.length;
      this.far = vertices < FEW_VERTICES ? FAR_FEW : FAR_MANY;
      this.each = (float) far / NEAR / vertices;
      this.grid = new PointGrid(vertices, components);
    }

    void run(Parallel parallel) {
      for (epoch = 1; epoch < epochs; epoch++) {
        step = (float) (learningRate * (1 - (double) epoch / epochs));
        stream = Seeds.stream(seed, epoch);
        most = (vertices < FEW_VERTICES ? CLOSING_FEW : CLOSING_MANY) / step;
        push = step * negatives / far;
        grid.fill(places);
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
        if (density != null && density.isDue(epoch, epochs)) {
          addDensity(parallel);
        }
        if ((epoch & 7) == 0) {
          parallel
              .progress()
              .report((double) epoch / epochs, "Laying out, epoch " + epoch + " of " + epochs);
        }
      }
    }

    private void addDensity(Parallel parallel) {
      float[] plain = new float[places.length];
      seat(plain, places, false);
      density.move(plain, step, parallel);
      seat(plain, places, true);
    }

    /** Moves along the edges of a cell: once with the one end in front, once with the other. */
    private void play(int from, int to) {
      int end = due(from, to);
      move(edges.heads, edges.tails, from, end, 0);
      move(edges.tails, edges.heads, from, end, 1);
    }

    private void move(int[] heads, int[] tails, int from, int to, int turn) {
      if (components == 2) {
        movePlane(heads, tails, from, to, turn);
        return;
      }
      float[] away = new float[components];
      for (int i = from; i < to; i++) {
        int e = due[i];
        move(heads[e], tails[e], Seeds.bits(stream, 2L * e + turn), away);
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

    private void movePlane(int[] heads, int[] tails, int from, int to, int turn) {
      float[] others = grid.places;
      for (int i = from; i < to; i++) {
        int e = due[i];
        int v = heads[e];
        int w = tails[e];
        float x = places[2 * v];
        float y = places[2 * v + 1];
        int cell = grid.cells[v];
        float right = 0;
        float up = 0;
        long random = Seeds.bits(stream, 2L * e + turn);
        for (int s = 0; s < far; s++) {
          random = after(random);
          int other = 2 * below(random, vertices);
          float p = x - others[other];
          float q = y - others[other + 1];
          float g = table.push(p * p + q * q) * grid.far(others[other], others[other + 1], cell);
          right += g * p;
          up += g * q;
        }
        int count = grid.countNear(cell);
        float share = count * each;
        for (int s = 0; s < NEAR; s++) {
          random = after(random);
          int slot = grid.near(cell, below(random, count));
          float p = x - others[2 * slot];
          float q = y - others[2 * slot + 1];
          float g = table.push(p * p + q * q) * (slot == grid.slots[v] ? 0 : share);
          right += g * p;
          up += g * q;
        }
        float p = places[2 * w] - x;
        float q = places[2 * w + 1] - y;
        float g = step * Math.min(table.pull(p * p + q * q), most);
        places[2 * w] -= g * p;
        places[2 * w + 1] -= g * q;
        places[2 * v] = x + g * p + push * right;
        places[2 * v + 1] = y + g * q + push * up;
      }
    }

    /** The same for any number of components; {@code away} is room for the sum of the pushes. */
    private void move(int v, int w, long key, float[] away) {
      int c = components;
      Arrays.fill(away, 0);
      float[] others = grid.places;
      int cell = grid.cells[v];
      long random = key;
      for (int s = 0; s < far; s++) {
        random = after(random);
        int other = below(random, vertices) * c;
        push(v * c, other, grid.far(others[other], others[other + Math.min(1, c - 1)], cell), away);
      }
      int count = grid.countNear(cell);
      for (int s = 0; s < NEAR; s++) {
        random = after(random);
        int slot = grid.near(cell, below(random, count));
        push(v * c, slot * c, slot == grid.slots[v] ? 0 : count * each, away);
      }
      float g = step * Math.min(table.pull(squared(places, v * c, places, w * c)), most);
      for (int j = 0; j < c; j++) {
        float pull = g * (places[w * c + j] - places[v * c + j]);
        places[w * c + j] -= pull;
        places[v * c + j] += pull + push * away[j];
      }
    }

    private void push(int v, int other, float weight, float[] away) {
      float g = weight * table.push(squared(places, v, grid.places, other));
      for (int j = 0; j < components; j++) {
        away[j] += g * (places[v + j] - grid.places[other + j]);
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

  private static int below(long random, int bound) {
    return (int) (((random >>> 32) * bound) >>> 32);
  }
}
