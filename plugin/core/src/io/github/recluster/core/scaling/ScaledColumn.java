// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.scaling;

import io.github.recluster.core.data.ModelFile;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * One column that a {@link ScalerModel} makes, for reports and charts.
 *
 * @param input name of the column it is made of
 * @param name its own name
 * @param category the category that a one-hot column marks; null for all other columns
 * @param nominal whether the input is nominal, so that the column holds its coding
 * @param logged whether log(1 + x) was taken first
 * @param scaled whether the numbers were scaled, or are the coding itself
 * @param present how many rows of the fit had a value
 * @param missing how many had none
 * @param min the least number before scaling (after the logarithm or coding)
 * @param max the greatest
 * @param center what is subtracted: mean, least number or median; 0 if not scaled
 * @param scale what is divided by: standard deviation, range or distance of the quartiles; 1 if not
 *     scaled or constant
 */
public record ScaledColumn(
    String input,
    String name,
    String category,
    boolean nominal,
    boolean logged,
    boolean scaled,
    int present,
    int missing,
    double min,
    double max,
    double center,
    double scale) {
  /** Column {@code j} of those that an input makes; the name follows from what was done. */
  static ScaledColumn of(
      ScalerInput input, int j, int missing, double[] present, boolean scaled, ColumnScaling map) {
    double min = Arrays.stream(present).min().orElseThrow();
    double max = Arrays.stream(present).max().orElseThrow();
    return new ScaledColumn(
        input.name(),
        input.names().get(j) + (scaled ? " (scaled)" : input.oneHot() ? "" : " (encoded)"),
        input.oneHot() ? input.coding().categories().get(j) : null,
        input.coding() != null,
        input.logged(),
        scaled,
        present.length,
        missing,
        min,
        max,
        map.center(),
        map.scale());
  }

  void write(DataOutputStream out) throws IOException {
    ModelFile.writeStrings(out, new String[] {input, name});
    out.writeBoolean(category != null);
    if (category != null) {
      ModelFile.writeStrings(out, new String[] {category});
    }
    out.writeBoolean(nominal);
    out.writeBoolean(logged);
    out.writeBoolean(scaled);
    out.writeInt(present);
    out.writeInt(missing);
    for (double number : new double[] {min, max, center, scale}) {
      out.writeDouble(number);
    }
  }

  static ScaledColumn read(DataInputStream in) throws IOException {
    String[] names = ModelFile.readStrings(in);
    return new ScaledColumn(
        names[0],
        names[1],
        in.readBoolean() ? ModelFile.readStrings(in)[0] : null,
        in.readBoolean(),
        in.readBoolean(),
        in.readBoolean(),
        in.readInt(),
        in.readInt(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble());
  }
}
