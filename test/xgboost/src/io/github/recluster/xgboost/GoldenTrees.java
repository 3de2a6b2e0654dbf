// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.xgboost;

import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.trees.TreeEnsemble;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A golden model and table; made by test/reference/make_golden_trees.py. */
final class GoldenTrees {
  private final List<String> names;
  private final double[][] cells;
  private final TreeEnsemble ensemble;

  private GoldenTrees(List<String> names, double[][] cells, TreeEnsemble ensemble) {
    this.names = names;
    this.cells = cells;
    this.ensemble = ensemble;
  }

  static InputStream open(String file) {
    return GoldenTrees.class.getResourceAsStream("/golden/trees_" + file);
  }

  static GoldenTrees read(String name) throws IOException {
    return read(name, name + ".csv");
  }

  /** The interaction values of a model. */
  static Matrix pairs(String name) throws IOException {
    return read(name, name + "_pairs.csv").columns("pair");
  }

  private static GoldenTrees read(String name, String table) throws IOException {
    try (BufferedReader in =
            new BufferedReader(new InputStreamReader(open(table), StandardCharsets.UTF_8));
        InputStream model = open(name + ".json")) {
      List<String> names = Arrays.asList(in.readLine().split(",", -1));
      double[][] cells =
          in.lines()
              .map(
                  line ->
                      Arrays.stream(line.split(",", -1))
                          .mapToDouble(c -> c.isEmpty() ? Double.NaN : Double.parseDouble(c))
                          .toArray())
              .toArray(double[][]::new);
      return new GoldenTrees(names, cells, XgboostJson.read(model).ensemble());
    }
  }

  TreeEnsemble ensemble() {
    return ensemble;
  }

  /** The columns of a name and a number, as a matrix. */
  Matrix columns(String prefix) {
    int[] columns =
        IntStream.range(0, names.size())
            .filter(i -> names.get(i).matches(prefix + "\\d*"))
            .toArray();
    double[] values = new double[cells.length * columns.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = cells[i / columns.length][columns[i % columns.length]];
    }
    return Matrix.of(cells.length, columns.length, values);
  }

  /** The rows that were the background. */
  Matrix background() {
    return columns("x").select(IntStream.range(0, 40).toArray());
  }
}
