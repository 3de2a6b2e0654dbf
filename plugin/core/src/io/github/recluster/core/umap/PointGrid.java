// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import java.util.Arrays;

/**
 * Where the points stand, cell by cell of a square grid over their first two components. Near a
 * cell is what lies in it and in the eight around it.
 *
 * <p>In: n × c places. Out: the same in the order of the cells, each in a slot of its own. How:
 * counting; O(n + cells), and there are at most 2 n + 64 cells.
 */
final class PointGrid {
  /** Cells are one wide, or wider if there would be too many. */
  private static final float WIDTH = 1;

  /** The places, slot by slot. */
  final float[] places;

  /** Each point's slot and cell. */
  final int[] slots;

  final int[] cells;

  private final int points;
  private final int components;

  /** The first slot of each cell; around the grid is a frame of empty cells. */
  private int[] starts = {};

  private int stride;
  private float scale;
  private float left;
  private float low;

  PointGrid(int points, int components) {
    this.points = points;
    this.components = components;
    this.places = new float[points * components];
    this.slots = new int[points];
    this.cells = new int[points];
  }

  /** Takes the points from where they are now. */
  void fill(float[] from) {
    int up = components > 1 ? 1 : 0;
    int count = measure(from, up);
    if (starts.length < count + 1) {
      starts = new int[count + count / 2];
    } else {
      Arrays.fill(starts, 0, count + 1, 0);
    }
    for (int i = 0; i < points; i++) {
      cells[i] = cell(from[i * components], from[i * components + up]);
      starts[cells[i] + 1]++;
    }
    for (int cell = 0; cell < count; cell++) {
      starts[cell + 1] += starts[cell];
    }
    for (int i = 0; i < points; i++) {
      slots[i] = starts[cells[i]]++;
      System.arraycopy(from, i * components, places, slots[i] * components, components);
    }
    System.arraycopy(starts, 0, starts, 1, count);
    starts[0] = 0;
  }

  /** Lays the grid over the points; returns how many cells it has. */
  private int measure(float[] from, int up) {
    left = Float.POSITIVE_INFINITY;
    low = Float.POSITIVE_INFINITY;
    float right = Float.NEGATIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < from.length; i += components) {
      left = Math.min(left, from[i]);
      right = Math.max(right, from[i]);
      low = Math.min(low, from[i + up]);
      high = Math.max(high, from[i + up]);
    }
    float width = WIDTH;
    while (((right - left) / width + 3.0) * ((high - low) / width + 3.0) > 2.0 * points + 64) {
      width *= 1.5f;
    }
    scale = 1 / width;
    stride = (int) ((right - left) * scale) + 3;
    return stride * ((int) ((high - low) * scale) + 3);
  }

  private int cell(float x, float y) {
    return ((int) ((y - low) * scale) + 1) * stride + (int) ((x - left) * scale) + 1;
  }

  /** 1 if a place is far from a cell, 0 if it is near. Without branches, which none could guess. */
  int far(float x, float y, int cell) {
    int beside = cell(x, y) - cell + 1;
    int above = beside - stride;
    int below = beside + stride;
    return (outside(beside) & outside(above) & outside(below)) >>> 31;
  }

  /** Negative unless 0, 1 or 2. */
  private static int outside(int number) {
    return number | (2 - number);
  }

  /** How many points are near a cell. */
  int countNear(int cell) {
    return width(cell - stride) + width(cell) + width(cell + stride);
  }

  /** The slot of one of the points near a cell, from number 0 on; without branches, too. */
  int near(int cell, int number) {
    int below = width(cell - stride);
    int beside = below + width(cell);
    int first = starts[cell - stride - 1];
    int second = starts[cell - 1] - below;
    int third = starts[cell + stride - 1] - beside;
    return number
        + third
        + ((number - beside) >> 31 & (second - third))
        + ((number - below) >> 31 & (first - second));
  }

  /** How many points lie in a cell and in those to its left and right. */
  private int width(int cell) {
    return starts[cell + 2] - starts[cell - 1];
  }
}
