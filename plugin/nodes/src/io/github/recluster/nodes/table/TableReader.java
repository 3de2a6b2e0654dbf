// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.table;

import io.github.recluster.core.data.FeatureTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.container.filter.TableFilter;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.KNIMEException;

/**
 * Reads chosen columns of a KNIME table. NaN and infinities count as missing; only the columns that
 * are asked for are read.
 */
public final class TableReader {
  private static final int ROWS_BETWEEN_CHECKS = 1024;

  private final List<String> names;
  private final boolean numbersOnly;

  private TableReader(List<String> names, boolean numbersOnly) {
    this.names = names;
    this.numbersOnly = numbersOnly;
  }

  /** Reads columns as what they are: numbers, booleans (nominal), texts (nominal). */
  public static TableReader features(List<String> names) {
    return new TableReader(names, false);
  }

  /** Reads columns as numbers; true is 1, false is 0. */
  public static TableReader numbers(List<String> names) {
    return new TableReader(names, true);
  }

  /**
   * Reads all rows.
   *
   * @throws KNIMEException if the table has more rows than fit into an array
   */
  public TableRows read(BufferedDataTable table, ExecutionMonitor exec)
      throws CanceledExecutionException, KNIMEException {
    if (table.size() > Integer.MAX_VALUE - 8) {
      throw new KNIMEException(
          "The table has "
              + table.size()
              + " rows, more than this node can take. Sample the rows first.");
    }
    int rows = (int) table.size();
    DataTableSpec spec = table.getDataTableSpec();
    int[] columns = names.stream().mapToInt(spec::findColumnIndex).toArray();
    Reading reading = new Reading(spec, columns, rows);
    try (CloseableRowIterator it = table.filter(TableFilter.materializeCols(columns)).iterator()) {
      for (int i = 0; i < rows; i++) {
        if (i % ROWS_BETWEEN_CHECKS == 0) {
          exec.checkCanceled();
          exec.setProgress((double) i / rows);
        }
        reading.add(i, it.next());
      }
    }
    return reading.rows();
  }

  /** Reads rows that are there already, as if they were a table. */
  public TableRows read(DataTableSpec spec, List<DataRow> rows) {
    int[] columns = names.stream().mapToInt(spec::findColumnIndex).toArray();
    Reading reading = new Reading(spec, columns, rows.size());
    for (int i = 0; i < rows.size(); i++) {
      reading.add(i, rows.get(i));
    }
    return reading.rows();
  }

  /** The columns while rows are read. */
  private final class Reading {
    private final int[] columns;
    private final List<Column> parts = new ArrayList<>();
    private final String[] keys;
    private String firstGap;

    Reading(DataTableSpec spec, int[] columns, int rows) {
      this.columns = columns;
      this.keys = new String[rows];
      for (int column : columns) {
        ColumnKind kind = ColumnKind.of(spec.getColumnSpec(column).getType());
        parts.add(
            numbersOnly || kind == ColumnKind.NUMBER
                ? new Numbers(rows)
                : kind == ColumnKind.BOOLEAN ? new Booleans(rows) : new Texts(rows));
      }
    }

    void add(int i, DataRow row) {
      keys[i] = row.getKey().getString();
      for (int c = 0; c < columns.length; c++) {
        if (!parts.get(c).set(i, row.getCell(columns[c])) && firstGap == null) {
          boolean missing = row.getCell(columns[c]).isMissing();
          String what = missing ? "" : ", which holds NaN or an infinity";
          firstGap = "row \"" + keys[i] + "\", column \"" + names.get(c) + '"' + what;
        }
      }
    }

    TableRows rows() {
      FeatureTable.Builder features = FeatureTable.builder(keys.length);
      for (int c = 0; c < columns.length; c++) {
        parts.get(c).addTo(features, names.get(c));
      }
      int[] positions = IntStream.range(0, keys.length).toArray();
      return new TableRows(features.build(), keys, positions, keys.length, firstGap);
    }
  }

  /** One column while it is read. */
  private interface Column {
    /** Takes a cell; false if it is missing. */
    boolean set(int row, DataCell cell);

    void addTo(FeatureTable.Builder table, String name);
  }

  private record Numbers(double[] values) implements Column {
    Numbers(int rows) {
      this(new double[rows]);
    }

    @Override
    public boolean set(int row, DataCell cell) {
      double value = cell.isMissing() ? Double.NaN : ((DoubleValue) cell).getDoubleValue();
      boolean finite = Double.isFinite(value);
      values[row] = finite ? value : Double.NaN;
      return finite;
    }

    @Override
    public void addTo(FeatureTable.Builder table, String name) {
      table.numeric(name, values);
    }
  }

  private record Booleans(int[] codes) implements Column {
    Booleans(int rows) {
      this(new int[rows]);
    }

    @Override
    public boolean set(int row, DataCell cell) {
      if (cell.isMissing()) {
        codes[row] = FeatureTable.MISSING;
        return false;
      }
      codes[row] = ((BooleanValue) cell).getBooleanValue() ? 1 : 0;
      return true;
    }

    @Override
    public void addTo(FeatureTable.Builder table, String name) {
      table.nominal(name, codes, FeatureTable.BOOLEAN);
    }
  }

  private record Texts(String[] values) implements Column {
    Texts(int rows) {
      this(new String[rows]);
    }

    @Override
    public boolean set(int row, DataCell cell) {
      if (cell.isMissing()) {
        return false;
      }
      values[row] = ((StringValue) cell).getStringValue();
      return true;
    }

    @Override
    public void addTo(FeatureTable.Builder table, String name) {
      table.nominal(name, values);
    }
  }
}
