// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.scaling;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.CategoryEncoding;
import io.github.recluster.core.data.FeatureTable;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.data.ModelFile;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What {@link Scaler} learned: makes the scaled columns of any table that has the raw ones, found
 * by name. A missing value stays missing (NaN), as does a category that was not there at fit where
 * it would be a label; one-hot, it is 0 in every column. Immutable.
 */
public final class ScalerModel {
  private static final String KIND = "Scale model";
  private static final int VERSION = 1;

  /** A column made: what a reader of the model wants to know, and the map itself. */
  record Output(ScaledColumn column, ColumnScaling scaling) {}

  private final ScalerOptions options;
  private final List<ScalerInput> inputs;
  private final List<Output> outputs;

  ScalerModel(ScalerOptions options, List<ScalerInput> inputs, List<Output> outputs) {
    this.options = options;
    this.inputs = List.copyOf(inputs);
    this.outputs = List.copyOf(outputs);
  }

  /** The options of the fit. */
  public ScalerOptions options() {
    return options;
  }

  /** Names of the raw columns that {@link #transform} needs. */
  public String[] inputNames() {
    return inputs.stream().map(ScalerInput::name).toArray(String[]::new);
  }

  /** How a nominal raw column is coded; null if it is numeric. */
  public CategoryEncoding coding(int input) {
    return inputs.get(input).coding();
  }

  /** Names of the columns made: "age (scaled)", "sex (encoded)", "sex=female". */
  public String[] outputNames() {
    return outputs.stream().map(output -> output.column().name()).toArray(String[]::new);
  }

  /** The columns made, in order. */
  public List<ScaledColumn> columns() {
    return outputs.stream().map(Output::column).toList();
  }

  /**
   * Scales the rows of a table, each by itself.
   *
   * @return a row for each row, a column for each of {@link #outputNames}; NaN where missing
   * @throws IllegalArgumentException if a raw column is not there or of the other kind, or a value
   *     cannot be used ({@link InvalidValueException})
   */
  public Matrix transform(FeatureTable table, Parallel parallel) {
    int n = table.rows();
    int d = outputs.size();
    int[] offsets = new int[inputs.size()];
    int next = 0;
    for (int c = 0; c < offsets.length; c++) {
      inputs.get(c).check(table);
      offsets[c] = next;
      next += inputs.get(c).width();
    }
    double[] out = new double[Math.multiplyExact(n, d)];
    parallel.forChunks(
        offsets.length,
        1,
        (from, to) -> {
          ScalerInput input = inputs.get(from);
          input.read(table, out, offsets[from], d);
          for (int j = offsets[from]; j < offsets[from] + input.width(); j++) {
            if (outputs.get(j).column().scaled()) {
              scale(out, j, outputs.get(j).scaling());
            }
          }
          parallel.progress().report((double) to / offsets.length, "Scaling");
        });
    return Matrix.of(n, d, out);
  }

  private void scale(double[] out, int column, ColumnScaling scaling) {
    for (int at = column; at < out.length; at += outputs.size()) {
      out[at] = scaling.apply(out[at]);
    }
  }

  /** Saves the model; does not close the stream. */
  public void write(OutputStream out) throws IOException {
    ModelFile.write(out, KIND, VERSION, this::writeBody);
  }

  /**
   * Loads a model; does not close the stream.
   *
   * @throws IOException with a sentence for the user if the file is damaged or something else
   */
  public static ScalerModel read(InputStream in) throws IOException {
    return ModelFile.read(in, KIND, VERSION, (data, version) -> readBody(data));
  }

  private void writeBody(DataOutputStream out) throws IOException {
    out.writeUTF(options.method().label());
    ModelFile.writeStrings(out, options.logColumns().toArray(String[]::new));
    out.writeUTF(options.encoding().name());
    out.writeBoolean(options.scaleEncoded());
    out.writeInt(inputs.size());
    for (ScalerInput input : inputs) {
      input.write(out);
    }
    for (Output output : outputs) {
      output.column().write(out);
      output.scaling().write(out);
    }
  }

  private static ScalerModel readBody(DataInputStream in) throws IOException {
    ScalerOptions options =
        new ScalerOptions(
            ScalingMethod.of(in.readUTF()),
            Set.of(ModelFile.readStrings(in)),
            CategoryEncoding.Kind.valueOf(in.readUTF()),
            in.readBoolean());
    int count = in.readInt();
    List<ScalerInput> inputs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      inputs.add(ScalerInput.read(in));
    }
    List<Output> outputs = new ArrayList<>();
    for (ScalerInput input : inputs) {
      for (int j = 0; j < input.width(); j++) {
        outputs.add(new Output(ScaledColumn.read(in), ColumnScaling.read(in)));
      }
    }
    return new ScalerModel(options, inputs, outputs);
  }
}
