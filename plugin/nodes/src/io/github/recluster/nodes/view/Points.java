// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.view;

import io.github.recluster.core.data.FeatureTable;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.nodes.chart.PointValues;
import io.github.recluster.nodes.chart.Range;
import io.github.recluster.nodes.chart.ScatterChart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The points of a map. A map shows at most {@link #MOST} of them, evenly taken: more would be drawn
 * over one another, and would weigh on the page.
 */
public final class Points {
  /** The most points that a map shows. */
  public static final int MOST = 100_000;

  private final int rows;
  private final int[] shown;

  private Points(int rows, int[] shown) {
    this.rows = rows;
    this.shown = shown;
  }

  /** Which of so many rows are shown. */
  public static Points of(int rows) {
    int count = Math.min(rows, MOST);
    return new Points(
        rows, IntStream.range(0, count).map(i -> (int) ((long) i * rows / count)).toArray());
  }

  /** Says that not all rows are shown, if so. */
  public Optional<String> note() {
    return shown.length == rows
        ? Optional.empty()
        : Optional.of(String.format(Locale.ROOT, "Shows %,d of %,d rows.", shown.length, rows));
  }

  /** A map of the first two or three columns; a single column is drawn along a line. */
  public ScatterChart map(String title, String caption, List<String> axes, Matrix places) {
    int dimensions = Math.min(3, places.columns());
    List<float[]> coordinates = new ArrayList<>();
    for (int c = 0; c < dimensions; c++) {
      int column = c;
      coordinates.add(floats(i -> places.get(i, column)));
    }
    List<String> names = new ArrayList<>(axes.subList(0, dimensions));
    while (names.size() < 2) {
      names.add("");
      coordinates.add(new float[shown.length]);
    }
    return ScatterChart.of(title, caption, names, coordinates);
  }

  /** The columns to show on hover and to color by. */
  public List<PointValues> values(FeatureTable columns) {
    List<PointValues> values = new ArrayList<>();
    for (int c = 0; c < columns.columns(); c++) {
      if (columns.isNumeric(c)) {
        double[] numbers = columns.numbers(c);
        values.add(new PointValues(columns.name(c), floats(i -> numbers[i])));
      } else {
        int[] codes = columns.codes(c);
        values.add(new PointValues(columns.name(c), floats(i -> codes[i]), columns.categories(c)));
      }
    }
    return values;
  }

  /** A column of shares, probabilities and the like: its colors run from 0 to 1. */
  public PointValues shares(String name, double[] values) {
    return new PointValues(name, floats(i -> values[i])).in(Range.SHARE);
  }

  /** The row keys. */
  public List<String> keys(String[] all) {
    return Arrays.stream(shown).mapToObj(i -> all[i]).toList();
  }

  /** The clusters. */
  public int[] clusters(int[] labels) {
    return Arrays.stream(shown).map(i -> labels[i]).toArray();
  }

  private float[] floats(IntToDoubleFunction value) {
    float[] result = new float[shown.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (float) value.applyAsDouble(shown[i]);
    }
    return result;
  }
}
