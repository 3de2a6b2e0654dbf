// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.umap;

import io.github.recluster.core.data.Matrix;
import io.github.recluster.nodes.table.ColumnSpecs;
import io.github.recluster.nodes.table.Role;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;

/** The columns of an embedding. */
final class UmapColumns {
  private UmapColumns() {}

  /** {@code UMAP dimension 1} … */
  static List<String> names(int dimensions) {
    return IntStream.rangeClosed(1, dimensions).mapToObj(i -> "UMAP dimension " + i).toList();
  }

  /** The columns before their ranges are known. */
  static DataTableSpec expected(int dimensions) {
    return new DataTableSpec(
        names(dimensions).stream()
            .map(name -> ColumnSpecs.number(name, Role.EMBEDDING))
            .toArray(DataColumnSpec[]::new));
  }

  /** The columns with their ranges. */
  static DataTableSpec made(Matrix places) {
    List<String> names = names(places.columns());
    return new DataTableSpec(
        IntStream.range(0, places.columns())
            .mapToObj(c -> ColumnSpecs.number(names.get(c), Role.EMBEDDING, places.column(c)))
            .toArray(DataColumnSpec[]::new));
  }

  /** The cells of a row; a row without a place has missing ones. */
  static IntFunction<DataCell[]> cells(Matrix places) {
    return row ->
        IntStream.range(0, places.columns())
            .mapToObj(c -> ColumnSpecs.cell(places.get(row, c)))
            .toArray(DataCell[]::new);
  }
}
