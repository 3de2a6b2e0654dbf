// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.scale;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.scaling.InvalidValueException;
import io.github.recluster.core.scaling.ScaledColumn;
import io.github.recluster.core.scaling.ScalerModel;
import io.github.recluster.nodes.table.ColumnKind;
import io.github.recluster.nodes.table.ColumnSpecs;
import io.github.recluster.nodes.table.Role;
import io.github.recluster.nodes.table.TableRows;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.KNIMEException;

/** The columns that scaling makes, in Scale and in Scale (Apply). */
final class ScaleColumns {
  private ScaleColumns() {}

  /**
   * The columns as they are known before running; none if they hang on which categories occur.
   *
   * @param features the columns to scale
   */
  static DataTableSpec expected(DataTableSpec features, ScaleParameters parameters) {
    List<DataColumnSpec> columns = new ArrayList<>();
    for (DataColumnSpec feature : features) {
      boolean nominal = ColumnKind.of(feature.getType()) != ColumnKind.NUMBER;
      if (nominal && parameters.coding == ScaleParameters.Coding.ONE_HOT) {
        return new DataTableSpec();
      }
      boolean scaled = !nominal || parameters.scaleEncoded;
      String name = feature.getName() + (scaled ? " (scaled)" : " (encoded)");
      columns.add(
          ColumnSpecs.number(
              parameters.replace ? feature.getName() : name, scaled ? Role.SCALED : Role.ENCODED));
    }
    return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
  }

  /** The columns that a model makes, with the ranges of their values. */
  static DataTableSpec made(ScalerModel model, Matrix values, boolean replace) {
    List<DataColumnSpec> columns = new ArrayList<>();
    for (ScaledColumn column : model.columns()) {
      String name = replace && column.category() == null ? column.input() : column.name();
      Role role = column.scaled() ? Role.SCALED : Role.ENCODED;
      columns.add(ColumnSpecs.number(name, role, values.column(columns.size())));
    }
    return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
  }

  /** Scales rows; a value that cannot be used is told with its row's key. */
  static Matrix transform(ScalerModel model, TableRows rows, Parallel parallel)
      throws KNIMEException {
    return withKey(rows, () -> model.transform(rows.features(), parallel));
  }

  /** Runs a step of the core, whose sentence about a value names the row by number. */
  static <T> T withKey(TableRows rows, Supplier<T> step) throws KNIMEException {
    try {
      return step.get();
    } catch (InvalidValueException e) {
      throw new KNIMEException(
          "Row \""
              + rows.keys()[e.row()]
              + "\", column \""
              + e.column()
              + "\": the value must be "
              + e.rule()
              + ", got "
              + e.value()
              + (e.rule().contains("log")
                  ? ". Take the column out of the logarithm, or filter the row out."
                  : ". Correct it, or filter the row out."),
          e);
    }
  }

  /** The cells of a row. */
  static IntFunction<DataCell[]> cells(Matrix values) {
    return row ->
        IntStream.range(0, values.columns())
            .mapToObj(c -> ColumnSpecs.cell(values.get(row, c)))
            .toArray(DataCell[]::new);
  }
}
