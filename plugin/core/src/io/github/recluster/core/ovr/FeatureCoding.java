// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.ovr;

import io.github.recluster.core.data.CategoryEncoding;
import io.github.recluster.core.data.FeatureTable;
import io.github.recluster.core.data.Matrix;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a table becomes the numbers that trees read, remembered with the model.
 *
 * <p>A numeric column stays as it is, an infinity and what float32 can't hold counting as missing;
 * a nominal one becomes the place of its category among the sorted categories of training, a
 * category that was not there counting as missing. Missing is NaN, which trees send to a side that
 * they learned. Columns are found by name.
 */
final class FeatureCoding {
  private final List<String> names;
  private final List<Optional<CategoryEncoding>> encodings;

  private FeatureCoding(List<String> names, List<Optional<CategoryEncoding>> encodings) {
    this.names = names;
    this.encodings = encodings;
  }

  static FeatureCoding fit(FeatureTable table) {
    List<Optional<CategoryEncoding>> encodings = new ArrayList<>();
    for (int c = 0; c < table.columns(); c++) {
      encodings.add(
          table.isNumeric(c)
              ? Optional.empty()
              : Optional.of(CategoryEncoding.fit(table, c, CategoryEncoding.Kind.LABEL)));
    }
    return new FeatureCoding(table.names(), encodings);
  }

  List<String> names() {
    return names;
  }

  /** The categories of a nominal feature, by their numbers; none for a numeric one. */
  Optional<List<String>> categories(int feature) {
    return encodings.get(feature).map(CategoryEncoding::categories);
  }

  /** Rows with a category that was not there; 0 if the feature is numeric. */
  int countUnknown(FeatureTable table, int feature) {
    return encodings
        .get(feature)
        .map(coding -> coding.countUnknown(table, table.indexOf(names.get(feature))))
        .orElse(0);
  }

  Matrix encode(FeatureTable table) {
    int d = names.size();
    double[] values = new double[Math.multiplyExact(table.rows(), d)];
    for (int f = 0; f < d; f++) {
      int column = table.indexOf(names.get(f));
      if (encodings.get(f).isPresent()) {
        encodings.get(f).get().apply(table, column, values, f, d);
      } else {
        double[] numbers = table.numbers(column);
        for (int i = 0, at = f; i < numbers.length; i++, at += d) {
          values[at] = Float.isFinite((float) numbers[i]) ? numbers[i] : Double.NaN;
        }
      }
    }
    return Matrix.of(table.rows(), d, values);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(names.size());
    for (int f = 0; f < names.size(); f++) {
      out.writeUTF(names.get(f));
      out.writeBoolean(encodings.get(f).isPresent());
      if (encodings.get(f).isPresent()) {
        encodings.get(f).get().write(out);
      }
    }
  }

  static FeatureCoding read(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<String> names = new ArrayList<>();
    List<Optional<CategoryEncoding>> encodings = new ArrayList<>();
    for (int f = 0; f < count; f++) {
      names.add(in.readUTF());
      encodings.add(in.readBoolean() ? Optional.of(CategoryEncoding.read(in)) : Optional.empty());
    }
    return new FeatureCoding(names, encodings);
  }
}
