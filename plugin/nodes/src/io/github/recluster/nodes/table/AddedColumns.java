// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.table;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;

/**
 * Puts a stage's results into a table; row keys and row order stay. A result that is named like one
 * of the stage's own features takes that column's place; all others come behind the table's
 * columns, under names that are free.
 */
public final class AddedColumns {
  private static final DataCell MISSING =
      new MissingCell("A value that is needed for this column is missing.");

  private AddedColumns() {}

  /**
   * The table's spec with the results in it.
   *
   * @param features the columns that the stage reads
   */
  public static DataTableSpec spec(
      DataTableSpec table, DataTableSpec features, DataColumnSpec... added) {
    return rearranger(table, features, added, new int[0], row -> new DataCell[added.length])
        .createSpec();
  }

  /**
   * The table with the results in it.
   *
   * @param rows which rows of the table have a result; all others get missing values
   * @param features the columns that the stage reads
   * @param cells the cells of a row's added columns, by the row's number in {@code rows}
   */
  public static BufferedDataTable put(
      BufferedDataTable table,
      TableRows rows,
      DataTableSpec features,
      DataColumnSpec[] added,
      IntFunction<DataCell[]> cells,
      ExecutionContext exec)
      throws CanceledExecutionException {
    return exec.createColumnRearrangeTable(
        table,
        rearranger(table.getDataTableSpec(), features, added, rows.indexOfTableRow(), cells),
        exec);
  }

  /**
   * Puts results into rows one by one, as {@link #put} does into a table: for rows that stream by.
   */
  public static final class Rows {
    private final DataTableSpec spec;
    private final int columns;
    private final int[] places;

    /**
     * For the rows of a table.
     *
     * @param features the columns that the stage reads
     */
    public Rows(DataTableSpec table, DataTableSpec features, DataColumnSpec... added) {
      this.spec = AddedColumns.spec(table, features, added);
      this.columns = table.getNumColumns();
      this.places = new int[added.length];
      int behind = columns;
      for (int c = 0; c < added.length; c++) {
        String name = added[c].getName();
        places[c] = features.containsName(name) ? table.findColumnIndex(name) : behind++;
      }
    }

    /** The table's spec with the results in it. */
    public DataTableSpec spec() {
      return spec;
    }

    /** The row with its results. */
    public DataRow put(DataRow row, DataCell[] added) {
      DataCell[] cells = new DataCell[spec.getNumColumns()];
      for (int c = 0; c < columns; c++) {
        cells[c] = row.getCell(c);
      }
      for (int c = 0; c < added.length; c++) {
        cells[places[c]] = added[c];
      }
      return new DefaultRow(row.getKey(), cells);
    }

    /** The row with missing values in place of results. */
    public DataRow putMissing(DataRow row) {
      DataCell[] missing = new DataCell[places.length];
      Arrays.fill(missing, MISSING);
      return put(row, missing);
    }
  }

  private static ColumnRearranger rearranger(
      DataTableSpec table,
      DataTableSpec features,
      DataColumnSpec[] added,
      int[] index,
      IntFunction<DataCell[]> cells) {
    int[] replacing =
        IntStream.range(0, added.length)
            .filter(c -> features.containsName(added[c].getName()))
            .toArray();
    int[] behind =
        IntStream.range(0, added.length)
            .filter(c -> !features.containsName(added[c].getName()))
            .toArray();
    ColumnRearranger rearranger = new ColumnRearranger(table);
    if (replacing.length > 0) {
      DataColumnSpec[] specs = select(added, replacing);
      int[] places =
          Arrays.stream(specs).mapToInt(c -> table.findColumnIndex(c.getName())).toArray();
      rearranger.replace(new Results(specs, replacing, index, cells), places);
    }
    if (behind.length > 0) {
      DataColumnSpec[] specs = ColumnSpecs.unique(table, select(added, behind));
      rearranger.append(new Results(specs, behind, index, cells));
    }
    return rearranger;
  }

  private static DataColumnSpec[] select(DataColumnSpec[] columns, int[] chosen) {
    return Arrays.stream(chosen).mapToObj(c -> columns[c]).toArray(DataColumnSpec[]::new);
  }

  /** Makes the cells of some of a row's results, by the row's place in the table. */
  private static final class Results extends AbstractCellFactory {
    private final int[] columns;
    private final int[] index;
    private final IntFunction<DataCell[]> cells;
    private final DataCell[] missing;

    Results(DataColumnSpec[] specs, int[] columns, int[] index, IntFunction<DataCell[]> cells) {
      super(specs);
      this.columns = columns;
      this.index = index;
      this.cells = cells;
      this.missing = new DataCell[specs.length];
      Arrays.fill(missing, MISSING);
    }

    @Override
    public DataCell[] getCells(DataRow row, long rowIndex) {
      int i = index[(int) rowIndex];
      if (i < 0) {
        return missing;
      }
      DataCell[] all = cells.apply(i);
      return Arrays.stream(columns).mapToObj(c -> all[c]).toArray(DataCell[]::new);
    }
  }
}
