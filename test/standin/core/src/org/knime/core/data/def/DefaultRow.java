// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.def;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;

/** A row that holds its cells. */
public class DefaultRow implements DataRow {
  private final RowKey key;
  private final DataCell[] cells;

  public DefaultRow(RowKey key, DataCell... cells) {
    this.key = key;
    this.cells = cells.clone();
    for (DataCell cell : cells) {
      if (cell == null) {
        throw new NullPointerException("Row " + key + " has a null cell");
      }
    }
  }

  public DefaultRow(String key, DataCell... cells) {
    this(new RowKey(key), cells);
  }

  public DefaultRow(RowKey key, List<DataCell> cells) {
    this(key, cells.toArray(new DataCell[0]));
  }

  public DefaultRow(String key, List<DataCell> cells) {
    this(new RowKey(key), cells);
  }

  public DefaultRow(RowKey key, double... values) {
    this(key, Arrays.stream(values).mapToObj(DoubleCell::new).toArray(DataCell[]::new));
  }

  public DefaultRow(String key, double... values) {
    this(new RowKey(key), values);
  }

  public DefaultRow(RowKey key, int... values) {
    this(key, Arrays.stream(values).mapToObj(IntCell::new).toArray(DataCell[]::new));
  }

  public DefaultRow(String key, int... values) {
    this(new RowKey(key), values);
  }

  public DefaultRow(RowKey key, String... values) {
    this(key, Arrays.stream(values).map(StringCell::new).toArray(DataCell[]::new));
  }

  public DefaultRow(String key, String... values) {
    this(new RowKey(key), values);
  }

  public DefaultRow(RowKey key, DataRow row) {
    this(key, row.stream().toArray(DataCell[]::new));
  }

  public DefaultRow(String key, DataRow row) {
    this(new RowKey(key), row);
  }

  @Override
  public final int getNumCells() {
    return cells.length;
  }

  @Override
  public final RowKey getKey() {
    return key;
  }

  @Override
  public final DataCell getCell(int index) {
    return cells[index];
  }

  @Override
  public Iterator<DataCell> iterator() {
    return Arrays.asList(cells).iterator();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DefaultRow
        && key.equals(((DefaultRow) other).key)
        && Arrays.equals(cells, ((DefaultRow) other).cells);
  }

  @Override
  public int hashCode() {
    return 31 * key.hashCode() + Arrays.hashCode(cells);
  }

  @Override
  public String toString() {
    return key + ": " + Arrays.toString(cells);
  }
}
