// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.scaling;

import io.github.recluster.core.data.CategoryEncoding;
import io.github.recluster.core.data.FeatureTable;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.data.ModelFile;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * One column of the raw table, and how its values become the numbers that are then scaled: as they
 * are, by logarithm, or by a coding.
 *
 * @param name the raw column
 * @param logged whether log(1 + x) is taken
 * @param coding the coding of a nominal column; null if numeric
 */
record ScalerInput(String name, boolean logged, CategoryEncoding coding) {
  int width() {
    return coding == null ? 1 : coding.width();
  }

  boolean oneHot() {
    return coding != null && coding.kind() == CategoryEncoding.Kind.ONE_HOT;
  }

  /** What each number of a row stands for: the column itself, or one category each. */
  List<String> names() {
    return coding == null ? List.of(name) : coding.names(name);
  }

  /**
   * Looks at every number of the column.
   *
   * @throws InvalidValueException naming the first row whose number cannot be used
   */
  void check(FeatureTable table) {
    if (coding != null) {
      return;
    }
    double[] numbers = table.numbers(table.indexOf(name));
    for (int i = 0; i < numbers.length; i++) {
      double value = numbers[i];
      if (Double.isFinite(value)) {
        if (logged && value <= -1) {
          throw new InvalidValueException(name, i, "above -1 for log(1 + x)", value);
        } else if (Math.abs(value) > Matrix.LARGEST) {
          throw new InvalidValueException(name, i, "between -1e100 and 1e100", value);
        }
      }
    }
  }

  /** Writes the numbers into a row-major array; infinities count as missing, too. */
  void read(FeatureTable table, double[] out, int offset, int stride) {
    int column = table.indexOf(name);
    if (coding != null) {
      coding.apply(table, column, out, offset, stride);
      return;
    }
    double[] numbers = table.numbers(column);
    for (int i = 0; i < numbers.length; i++) {
      double value = Double.isFinite(numbers[i]) ? numbers[i] : Double.NaN;
      out[i * stride + offset] = logged ? StrictMath.log1p(value) : value;
    }
  }

  void write(DataOutputStream out) throws IOException {
    ModelFile.writeStrings(out, new String[] {name});
    out.writeBoolean(logged);
    out.writeBoolean(coding != null);
    if (coding != null) {
      coding.write(out);
    }
  }

  static ScalerInput read(DataInputStream in) throws IOException {
    String name = ModelFile.readStrings(in)[0];
    boolean logged = in.readBoolean();
    return new ScalerInput(name, logged, in.readBoolean() ? CategoryEncoding.read(in) : null);
  }
}
