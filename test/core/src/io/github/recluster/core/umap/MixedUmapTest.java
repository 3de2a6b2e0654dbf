// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Progress;
import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.data.FeatureTable;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.neighbors.KnnGraph;
import io.github.recluster.core.neighbors.KnnSearch;
import io.github.recluster.core.neighbors.Metric;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tables of numbers and categories. */
class MixedUmapTest {
  private static final UmapOptions MIXED =
      UmapOptions.DEFAULTS.withMetric(Metric.MIXED).withEpochs(60);
  private static final FeatureTable TABLE = table(600, 0);

  private static Parallel threads(int threads) {
    return new Parallel(threads, Progress.NONE);
  }

  /** Three kinds of row, i mod 3, of one size and weight, which two categories tell apart. */
  private static FeatureTable table(int rows, int from) {
    String[] colors = {"red", "green", "blue"};
    String[] shapes = {"round", "square", "flat"};
    String[] color = new String[rows];
    String[] shape = new String[rows];
    double[] size = new double[rows];
    double[] weight = new double[rows];
    for (int i = 0; i < rows; i++) {
      int at = 4 * (from + i);
      color[i] = colors[Seeds.uniform(1, at) < 0.9 ? (from + i) % 3 : (from + i + 1) % 3];
      shape[i] = shapes[(from + i) % 3];
      size[i] = Seeds.uniform(1, at + 1);
      weight[i] = 100 * Seeds.uniform(1, at + 2);
    }
    return FeatureTable.builder(rows)
        .numeric("size", size)
        .nominal("color", color)
        .numeric("weight", weight)
        .nominal("shape", shape)
        .build();
  }

  private static Matrix places(FeatureTable table, int threads) {
    return Umap.fit(table, UmapGivens.NONE, MIXED, threads(threads)).embedding();
  }

  @Test
  @Tag("law")
  void categoriesTellRowsApart() {
    Matrix places = places(TABLE, 2);
    KnnGraph near = KnnSearch.find(places, 5, Metric.EUCLIDEAN, 7, threads(2));
    int same = 0;
    for (int e = 0; e < near.indices().length; e++) {
      same += near.indices()[e] % 3 == e / 5 % 3 ? 1 : 0;
    }
    assertTrue(same > 0.95 * near.indices().length, same + " of " + near.indices().length);
  }

  @Test
  @Tag("same")
  void neitherThreadsNorTheOrderOfRowsNorThatOfCategoriesMatter() {
    double[] alone = places(TABLE, 1).values();
    assertArrayEquals(alone, places(TABLE, 3).values(), 0.0);
    int[] order = Tables.shuffled(600);
    FeatureTable shuffled = TABLE.selectRows(order);
    FeatureTable coded = // the same texts, in the order of their first rows
        FeatureTable.builder(600)
            .numeric("size", shuffled.numbers(0))
            .nominal("color", texts(shuffled, 1))
            .numeric("weight", shuffled.numbers(2))
            .nominal("shape", texts(shuffled, 3))
            .build();
    Matrix found = places(coded, 2);
    assertArrayEquals(Matrix.of(600, 2, alone).select(order).values(), found.values(), 0.0);
  }

  private static String[] texts(FeatureTable table, int column) {
    return IntStream.of(table.codes(column))
        .mapToObj(code -> table.categories(column).get(code))
        .toArray(String[]::new);
  }

  @Test
  @Tag("same")
  void aModelRemembersItsCategories() throws IOException {
    UmapModel model = Umap.fit(TABLE, UmapGivens.NONE, MIXED, threads(2));
    assertArrayEquals(model.embedding().values(), model.transform(TABLE, threads(2)).values(), 0.0);
    FeatureTable fresh = table(40, 7000);
    Matrix batch = model.transform(fresh, threads(2));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    model.write(file);
    UmapModel read = UmapModel.read(new ByteArrayInputStream(file.toByteArray()));
    for (int i = 0; i < 40; i++) {
      FeatureTable row = fresh.selectRows(i).selectColumns(3, 1, 2, 0); // found by their names
      assertArrayEquals(batch.row(i), read.transform(row, Parallel.SERIAL).row(0), 0.0);
    }
  }

  @Test
  @Tag("edge")
  void anUnknownCategoryIsPlacedByTheOtherColumns() {
    UmapModel model = Umap.fit(TABLE, UmapGivens.NONE, MIXED, threads(2));
    FeatureTable fresh =
        FeatureTable.builder(1)
            .numeric("size", TABLE.selectRows(4).numbers(0))
            .nominal("color", new String[] {"violet"})
            .numeric("weight", TABLE.selectRows(4).numbers(2))
            .nominal("shape", new String[] {"square"})
            .build();
    Matrix placed = model.transform(fresh, threads(1)).requireFinite();
    int nearest = 0;
    Matrix places = model.embedding();
    for (int i = 0; i < 600; i++) {
      double now = Metric.EUCLIDEAN.distance(placed.values(), 0, places.values(), 2 * i, 2);
      double best = Metric.EUCLIDEAN.distance(placed.values(), 0, places.values(), 2 * nearest, 2);
      nearest = now < best ? i : nearest;
    }
    assertEquals(1, nearest % 3, "among the square ones");
  }

  @Test
  @Tag("edge")
  void badTables() {
    UmapModel model = Umap.fit(TABLE, UmapGivens.NONE, MIXED, threads(1));
    assertEquals(
        "rows must be a table with the columns of the fit, got numbers alone",
        message(() -> model.transform(Matrix.of(1, 4, new double[4]), threads(1))));
    UmapModel numbers = Umap.fit(Matrix.of(1, 1, new double[1]), UmapOptions.DEFAULTS, threads(1));
    assertEquals(
        "rows must be numbers as when fitting, got a table",
        message(() -> numbers.transform(TABLE, threads(1))));
    assertEquals(
        "metric must be mixed for a table of categories, got euclidean",
        message(() -> Umap.fit(TABLE, UmapGivens.NONE, UmapOptions.DEFAULTS, threads(1))));
    FeatureTable gap = FeatureTable.builder(2).nominal("color", new String[] {"red", null}).build();
    assertEquals(
        "values must not be missing, got none in row 1 of column \"color\"",
        message(() -> Umap.fit(gap, UmapGivens.NONE, MIXED, threads(1))));
    for (int rows : new int[] {0, 1, 2, 3}) {
      assertEquals(
          rows, Umap.fit(table(rows, 0), UmapGivens.NONE, MIXED, threads(1)).embedding().rows());
    }
  }

  private static String message(org.junit.jupiter.api.function.Executable bad) {
    return assertThrows(IllegalArgumentException.class, bad).getMessage();
  }
}
