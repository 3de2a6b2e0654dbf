// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.table;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.MissingCell;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;

/** Puts a stage's results behind a table's columns; row keys and row order stay. */
public final class AddedColumns {
  private AddedColumns() {}

  /** The table's spec with the columns behind it, under names that are free. */
  public static DataTableSpec spec(DataTableSpec table, DataColumnSpec... added) {
    return new DataTableSpecCreator(table)
        .addColumns(ColumnSpecs.unique(table, added))
        .createSpec();
  }

  /**
   * The table with the columns behind it.
   *
   * @param rows which rows of the table have a result; all others get missing values
   * @param cells the cells of a row's new columns, by the row's number in {@code rows}
   */
  public static BufferedDataTable append(
      BufferedDataTable table,
      TableRows rows,
      DataColumnSpec[] added,
      IntFunction<DataCell[]> cells,
      ExecutionContext exec)
      throws CanceledExecutionException {
    DataTableSpec spec = table.getDataTableSpec();
    ColumnRearranger rearranger = new ColumnRearranger(spec);
    rearranger.append(factory(ColumnSpecs.unique(spec, added), rows, cells));
    return exec.createColumnRearrangeTable(table, rearranger, exec);
  }

  /** Makes the cells of a row's new columns, by the row's place in the table. */
  public static AbstractCellFactory factory(
      DataColumnSpec[] added, TableRows rows, IntFunction<DataCell[]> cells) {
    int[] index = rows.indexOfTableRow();
    DataCell[] missing = new DataCell[added.length];
    Arrays.fill(missing, new MissingCell("A value that is needed for this column is missing."));
    return new AbstractCellFactory(added) {
      @Override
      public DataCell[] getCells(DataRow row, long rowIndex) {
        int i = index[(int) rowIndex];
        return i < 0 ? missing : cells.apply(i);
      }
    };
  }
}
