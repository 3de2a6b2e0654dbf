// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.scaling;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.CategoryEncoding;
import io.github.recluster.core.data.FeatureTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Learns how to bring the columns of a table to a common scale.
 *
 * <p><b>In</b>: a table, at least one row, rows in any order; NaN and infinities are missing, other
 * numbers lie within ±1e100. <b>Out</b>: a {@link ScalerModel} that makes one column of each
 * numeric column and of each label-encoded nominal one, or a column a category. <b>How</b>: each
 * column by itself: {@link ScalerInput logarithm or coding}, then {@link ColumnScaling}; O(n) a
 * column, O(n log n) where it is sorted; one column at a time in memory for each thread. Shuffled
 * rows give the same model.
 */
public final class Scaler {
  private Scaler() {}

  /**
   * Learns from a table.
   *
   * @throws IllegalArgumentException if the table is empty, a column has no value at all, or a
   *     column that is to be logged is not there, not numeric, or has a value of −1 or less
   */
  public static ScalerModel fit(FeatureTable table, ScalerOptions options, Parallel parallel) {
    if (table.rows() == 0 || table.columns() == 0) {
      throw new IllegalArgumentException(
          "table must have rows and columns, got " + table.rows() + " × " + table.columns());
    }
    List<ScalerInput> inputs = inputs(table, options);
    inputs.forEach(input -> input.check(table));
    ScalerModel.Output[][] outputs = new ScalerModel.Output[inputs.size()][];
    parallel.forChunks(
        inputs.size(),
        1,
        (from, to) -> {
          outputs[from] = outputs(table, inputs.get(from), options);
          parallel.progress().report((double) to / inputs.size(), "Scaling");
        });
    return new ScalerModel(
        options, inputs, Arrays.stream(outputs).flatMap(Arrays::stream).toList());
  }

  private static List<ScalerInput> inputs(FeatureTable table, ScalerOptions options) {
    for (String name : options.logColumns()) {
      var unused = table.numbers(table.indexOf(name)); // refuses a column that is not numeric
    }
    List<ScalerInput> inputs = new ArrayList<>();
    for (int c = 0; c < table.columns(); c++) {
      String name = table.name(c);
      CategoryEncoding coding =
          table.isNumeric(c) ? null : CategoryEncoding.fit(table, c, options.encoding());
      inputs.add(new ScalerInput(name, options.logColumns().contains(name), coding));
    }
    return inputs;
  }

  private static ScalerModel.Output[] outputs(
      FeatureTable table, ScalerInput input, ScalerOptions options) {
    int n = table.rows();
    int width = input.width();
    double[] numbers = new double[Math.multiplyExact(n, width)];
    input.read(table, numbers, 0, width);
    ScalerModel.Output[] outputs = new ScalerModel.Output[width];
    for (int j = 0; j < width; j++) {
      double[] present = new double[n];
      int count = 0;
      for (int i = 0; i < n; i++) {
        double value = numbers[i * width + j];
        if (!Double.isNaN(value)) {
          present[count++] = value;
        }
      }
      outputs[j] = output(input, j, Arrays.copyOf(present, count), n - count, options);
    }
    return outputs;
  }

  private static ScalerModel.Output output(
      ScalerInput input, int j, double[] present, int missing, ScalerOptions options) {
    if (present.length == 0) {
      throw noValue(input.name(), missing);
    }
    boolean scaled = input.coding() == null || options.scaleEncoded();
    ColumnScaling scaling =
        scaled ? ColumnScaling.fit(options.method(), present) : new ColumnScaling.Affine(0, 1);
    return new ScalerModel.Output(
        ScaledColumn.of(input, j, missing, present, scaled, scaling), scaling);
  }

  private static IllegalArgumentException noValue(String name, int rows) {
    return new IllegalArgumentException(
        "column \"" + name + "\" must have a value in some row, got none in " + rows + " rows");
  }
}
