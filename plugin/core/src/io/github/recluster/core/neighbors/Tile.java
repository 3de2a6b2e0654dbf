// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.neighbors;

/**
 * Some points side by side, turned so that all their first coordinates lie together, then all their
 * second ones: one point is compared with all of them in loops that processors run many numbers at
 * a time.
 *
 * <p>For one thread. Numbers are bit for bit those of {@link Kernel#between}.
 */
final class Tile {
  /** Numbers of the last comparison, one a point of the tile; those behind are undefined. */
  final float[] numbers;

  private final Kernel kernel;
  private final int d;
  private final float[] points;
  private final int[] rows;
  private final float[][] turned;
  private int size;

  /** Room for some of the points, n × d floats. */
  Tile(float[] points, int d, int room, Kernel kernel) {
    this.points = points;
    this.d = d;
    this.kernel = kernel;
    numbers = new float[room];
    rows = new int[room];
    turned = new float[d][room];
  }

  /** Takes the points {@code order[from] … order[to − 1]} instead of those before. */
  void load(int[] order, int from, int to) {
    size = to - from;
    for (int l = 0; l < size; l++) {
      take(l, order[from + l]);
    }
  }

  /** Takes the points from {@code from} to {@code to − 1}. */
  void load(int from, int to) {
    size = to - from;
    for (int l = 0; l < size; l++) {
      take(l, from + l);
    }
  }

  private void take(int lane, int row) {
    rows[lane] = row;
    for (int c = 0; c < d; c++) {
      turned[c][lane] = points[row * d + c];
    }
  }

  int size() {
    return size;
  }

  int row(int lane) {
    return rows[lane];
  }

  /** Fills {@link #numbers} with those of one point and the tile's. */
  void compare(float[] query, int at) {
    if (!kernel.toTile(query, at, turned, d, numbers)) {
      for (int l = 0; l < size; l++) {
        numbers[l] = kernel.between(query, at, points, rows[l] * d, d);
      }
    }
  }

  /** Offers the points last compared, but for one of them. */
  void offerTo(NearestList list, int self) {
    float worst = list.worst();
    for (int l = 0; l < size; l++) {
      if (numbers[l] <= worst && rows[l] != self) {
        list.offer(rows[l], numbers[l]);
        worst = list.worst();
      }
    }
  }
}
