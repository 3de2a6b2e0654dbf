// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.port;

import io.github.recluster.nodes.table.ColumnKind;
import java.util.List;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;

/** The columns of a table that a model was learned on, as its port keeps them. */
public final class Features {
  private Features() {}

  /** The columns of that name: name and type, without domain, handlers or properties. */
  public static DataTableSpec of(DataTableSpec table, List<String> names) {
    return new DataTableSpec(
        names.stream()
            .map(table::getColumnSpec)
            .map(c -> new DataColumnSpecCreator(c.getName(), c.getType()).createSpec())
            .toArray(DataColumnSpec[]::new));
  }

  /** Whether a column can be read where another was learned on: whole numbers are numbers. */
  static boolean sameKind(DataColumnSpec learned, DataColumnSpec column) {
    return ColumnKind.of(learned.getType()) == ColumnKind.of(column.getType());
  }
}
