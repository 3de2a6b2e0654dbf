// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.FeatureTable;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.data.ModelFile;
import io.github.recluster.core.neighbors.Metric;
import io.github.recluster.core.neighbors.MetricSpace;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A table's embedding, and what it takes to place new rows in it: the rows as floats, 4 (d + c + 1)
 * bytes each.
 */
public final class UmapModel {
  private static final String KIND = "UMAP model";
  private static final int FORMAT = 2;

  private final UmapOptions options;
  private final TrainingRows rows;
  private final float[] places;
  private final UmapTransform transform;

  /** Places are in canonical order, as the rows. */
  UmapModel(UmapOptions options, TrainingRows rows, float[] places) {
    this.options = options;
    this.rows = rows;
    this.places = places;
    this.transform = new UmapTransform(rows, places, options);
  }

  /**
   * Places of the rows, n × components, in the order of the table. A row that has no neighbor
   * nearer than its metric's largest distance has NaN for a place.
   */
  public Matrix embedding() {
    int c = options.components();
    double[] values = new double[places.length];
    for (int i = 0; i < rows.rows(); i++) {
      for (int j = 0; j < c; j++) {
        values[rows.order()[i] * c + j] = places[i * c + j];
      }
    }
    return Matrix.of(rows.rows(), c, values);
  }

  /**
   * Places new rows among the old ones. A row's place depends on that row alone, not on the others;
   * a row equal to one of the old ones has its place.
   *
   * @param x finite numbers, m × {@link #dimensions()}
   */
  public Matrix transform(Matrix x, Parallel parallel) {
    if (rows.coding() != null) {
      throw new IllegalArgumentException(
          "rows must be a table with the columns of the fit, got numbers alone");
    }
    if (x.columns() != dimensions()) {
      throw new IllegalArgumentException(
          "columns must be " + dimensions() + " as when fitting, got " + x.columns());
    }
    return transform.of(x.requireModerate(), parallel);
  }

  /**
   * The same for a model of a table of numbers and categories. A category that the model does not
   * know differs from all that it knows.
   *
   * @param table with the columns of the fit, found by their names, without missing values
   */
  public Matrix transform(FeatureTable table, Parallel parallel) {
    if (rows.coding() == null) {
      throw new IllegalArgumentException("rows must be numbers as when fitting, got a table");
    }
    return transform.of(rows.coding().apply(table).requireFinite(), parallel);
  }

  /**
   * Rows that places of the embedding could stand for: the mean of those near there. It depends on
   * the place alone, and is defined where the metric looks at differences of numbers (euclidean,
   * manhattan, chebyshev).
   *
   * @param places finite numbers, m × components
   * @return m × {@link #dimensions()}
   */
  public Matrix inverseTransform(Matrix places, Parallel parallel) {
    if (places.columns() != options.components()) {
      throw new IllegalArgumentException(
          "places must have " + options.components() + " columns, got " + places.columns());
    }
    return new InverseTransform(rows, this.places, options).of(places.requireFinite(), parallel);
  }

  /** What was chosen. */
  public UmapOptions options() {
    return options;
  }

  /** Number of columns that the model knows, d. */
  public int dimensions() {
    return rows.space().columns();
  }

  /** Number of rows that the model was made of, n. */
  public int rows() {
    return rows.rows();
  }

  /** Saves the model. The stream is not closed. */
  public void write(OutputStream out) throws IOException {
    ModelFile.write(
        out,
        KIND,
        FORMAT,
        data -> {
          OptionsFile.write(options, data);
          rows.space().write(data);
          ModelFile.writeFloats(data, rows.points());
          ModelFile.writeInts(data, rows.order());
          ModelFile.writeFloats(data, places);
          data.writeBoolean(rows.coding() != null);
          if (rows.coding() != null) {
            rows.coding().write(data);
          }
        });
  }

  /**
   * Reads what {@link #write} saved. The stream is not closed.
   *
   * @throws IOException with a sentence for the user
   */
  public static UmapModel read(InputStream in) throws IOException {
    return ModelFile.read(in, KIND, FORMAT, UmapModel::read);
  }

  private static UmapModel read(DataInputStream data, int version) throws IOException {
    UmapOptions options = OptionsFile.read(data, version);
    MetricSpace space = MetricSpace.read(data);
    float[] points = ModelFile.readFloats(data);
    int[] order = ModelFile.readInts(data);
    float[] places = ModelFile.readFloats(data);
    if (points.length != (long) order.length * space.dimensions()
        || places.length != (long) order.length * options.components()) {
      throw new IllegalArgumentException("lengths do not fit"); // told as a damaged file
    }
    FeatureCoding coding =
        version >= 2 && data.readBoolean() ? FeatureCoding.read(data) : null; // new in version 2
    return new UmapModel(options, new TrainingRows(space, points, order, coding), places);
  }

  /** The options, value by value. */
  private static final class OptionsFile {
    static void write(UmapOptions o, DataOutputStream out) throws IOException {
      out.writeInt(o.neighbors());
      out.writeInt(o.components());
      out.writeUTF(o.metric().id());
      out.writeDouble(o.minDist());
      out.writeDouble(o.spread());
      out.writeDouble(o.a());
      out.writeDouble(o.b());
      out.writeInt(o.epochs());
      out.writeUTF(o.init().id());
      out.writeDouble(o.learningRate());
      out.writeInt(o.negativeSampleRate());
      out.writeDouble(o.repulsionStrength());
      out.writeDouble(o.setOpMixRatio());
      out.writeDouble(o.localConnectivity());
      out.writeDouble(o.targetWeight());
      out.writeLong(o.seed());
      out.writeDouble(o.densLambda());
      out.writeDouble(o.densFrac());
      out.writeDouble(o.densVarShift());
    }

    static UmapOptions read(DataInputStream in, int version) throws IOException {
      UmapOptions first = readFirst(in);
      return version == 1
          ? first
          : first
              .withDensLambda(in.readDouble())
              .withDensFrac(in.readDouble())
              .withDensVarShift(in.readDouble());
    }

    /** What version 1 had. */
    private static UmapOptions readFirst(DataInputStream in) throws IOException {
      return new UmapOptions(
          in.readInt(),
          in.readInt(),
          Metric.of(in.readUTF()),
          in.readDouble(),
          in.readDouble(),
          in.readDouble(),
          in.readDouble(),
          in.readInt(),
          UmapInit.of(in.readUTF()),
          in.readDouble(),
          in.readInt(),
          in.readDouble(),
          in.readDouble(),
          in.readDouble(),
          in.readDouble(),
          UmapOptions.DEFAULTS.densLambda(),
          UmapOptions.DEFAULTS.densFrac(),
          UmapOptions.DEFAULTS.densVarShift(),
          in.readLong());
    }
  }
}
