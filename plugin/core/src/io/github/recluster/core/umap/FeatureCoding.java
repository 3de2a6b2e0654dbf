// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import io.github.recluster.core.data.CategoryEncoding;
import io.github.recluster.core.data.FeatureTable;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.data.ModelFile;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How a table of numbers and categories becomes numbers and codes, remembered for new rows.
 *
 * <p>In: a table without missing values. Out: a matrix with the same columns; a category is its
 * place in the sorted list of those that the first table had, or −1 if it was not among them.
 *
 * @param names of the columns
 * @param encodings of the columns; null where a column is numeric
 */
record FeatureCoding(List<String> names, List<CategoryEncoding> encodings) {
  private static final double UNKNOWN = -1;

  static FeatureCoding of(FeatureTable table) {
    List<CategoryEncoding> encodings = new ArrayList<>();
    for (int c = 0; c < table.columns(); c++) {
      encodings.add(
          table.isNumeric(c) ? null : CategoryEncoding.fit(table, c, CategoryEncoding.Kind.LABEL));
    }
    return new FeatureCoding(table.names(), encodings);
  }

  /** Whether each column is nominal. */
  boolean[] nominal() {
    boolean[] nominal = new boolean[names.size()];
    for (int c = 0; c < nominal.length; c++) {
      nominal[c] = encodings.get(c) != null;
    }
    return nominal;
  }

  Matrix apply(FeatureTable table) {
    int d = names.size();
    double[] values = new double[Math.multiplyExact(table.rows(), d)];
    for (int c = 0; c < d; c++) {
      int column = table.indexOf(names.get(c));
      requireComplete(table, column);
      if (encodings.get(c) == null) {
        double[] numbers = table.numbers(column);
        for (int i = 0; i < numbers.length; i++) {
          values[i * d + c] = numbers[i];
        }
      } else {
        encodings.get(c).apply(table, column, values, c, d);
        for (int i = c; i < values.length; i += d) {
          values[i] = Double.isNaN(values[i]) ? UNKNOWN : values[i];
        }
      }
    }
    return Matrix.of(table.rows(), d, values);
  }

  private static void requireComplete(FeatureTable table, int column) {
    for (int i = 0; i < table.rows(); i++) {
      if (table.isMissing(i, column)) {
        throw new IllegalArgumentException(
            "values must not be missing, got none in row "
                + i
                + " of column \""
                + table.name(column)
                + '"');
      }
    }
  }

  void write(DataOutputStream out) throws IOException {
    ModelFile.writeStrings(out, names.toArray(String[]::new));
    for (CategoryEncoding encoding : encodings) {
      out.writeBoolean(encoding != null);
      if (encoding != null) {
        encoding.write(out);
      }
    }
  }

  static FeatureCoding read(DataInputStream in) throws IOException {
    List<String> names = List.of(ModelFile.readStrings(in));
    List<CategoryEncoding> encodings = new ArrayList<>();
    for (int c = 0; c < names.size(); c++) {
      encodings.add(in.readBoolean() ? CategoryEncoding.read(in) : null);
    }
    return new FeatureCoding(names, encodings);
  }
}
