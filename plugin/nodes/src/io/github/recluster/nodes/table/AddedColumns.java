// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.table;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
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
 * Puts a stage's results into a table; row keys and row order stay. Results come behind the table's
 * columns, under names that are free, and with the number of their generation; only where Scale is
 * told to replace columns, they take the place of those.
 */
public final class AddedColumns {
  private static final DataCell MISSING =
      new MissingCell("A value that is needed for this column is missing.");

  private AddedColumns() {}

  /**
   * The table's spec with the results in it.
   *
   * @param replaced the names of the results that take the place of the column of that name
   */
  public static DataTableSpec spec(
      DataTableSpec table, Set<String> replaced, DataColumnSpec... added) {
    return rearranger(table, replaced, added, new int[0], row -> new DataCell[added.length])
        .createSpec();
  }

  /**
   * The table with the results in it.
   *
   * @param rows which rows of the table have a result; all others get missing values
   * @param replaced the names of the results that take the place of the column of that name
   * @param cells the cells of a row's added columns, by the row's number in {@code rows}
   */
  public static BufferedDataTable put(
      BufferedDataTable table,
      TableRows rows,
      Set<String> replaced,
      DataColumnSpec[] added,
      IntFunction<DataCell[]> cells,
      ExecutionContext exec)
      throws CanceledExecutionException {
    return exec.createColumnRearrangeTable(
        table,
        rearranger(table.getDataTableSpec(), replaced, added, rows.indexOfTableRow(), cells),
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
     * @param replaced the names of the results that take the place of the column of that name
     */
    public Rows(DataTableSpec table, Set<String> replaced, DataColumnSpec... added) {
      this.spec = AddedColumns.spec(table, replaced, added);
      this.columns = table.getNumColumns();
      this.places = new int[added.length];
      int behind = columns;
      for (int c = 0; c < added.length; c++) {
        String name = added[c].getName();
        places[c] = replaced.contains(name) ? table.findColumnIndex(name) : behind++;
      }
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
      Set<String> replaced,
      DataColumnSpec[] added,
      int[] index,
      IntFunction<DataCell[]> cells) {
    DataColumnSpec[] specs =
        Generations.of(table).mark(replaced, ColumnSpecs.unique(table, replaced, added));
    Map<Boolean, List<Integer>> parts =
        IntStream.range(0, added.length)
            .boxed()
            .collect(Collectors.partitioningBy(c -> replaced.contains(added[c].getName())));
    ColumnRearranger rearranger = new ColumnRearranger(table);
    if (!parts.get(true).isEmpty()) {
      int[] places =
          parts.get(true).stream()
              .mapToInt(c -> table.findColumnIndex(specs[c].getName()))
              .toArray();
      rearranger.replace(Results.of(specs, parts.get(true), index, cells), places);
    }
    if (!parts.get(false).isEmpty()) {
      rearranger.append(Results.of(specs, parts.get(false), index, cells));
    }
    return rearranger;
  }

  /** Makes the cells of some of a row's results, by the row's place in the table. */
  private static final class Results extends AbstractCellFactory {
    private final int[] columns;
    private final int[] index;
    private final IntFunction<DataCell[]> cells;
    private final DataCell[] missing;

    static Results of(
        DataColumnSpec[] all, List<Integer> wanted, int[] index, IntFunction<DataCell[]> cells) {
      int[] columns = wanted.stream().mapToInt(Integer::intValue).toArray();
      DataColumnSpec[] specs = wanted.stream().map(c -> all[c]).toArray(DataColumnSpec[]::new);
      return new Results(specs, columns, index, cells);
    }

    private Results(
        DataColumnSpec[] specs, int[] columns, int[] index, IntFunction<DataCell[]> cells) {
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
