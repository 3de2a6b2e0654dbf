// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.util.DuplicateKeyException;

/** Collects rows into a table, checks them against the spec and finds the columns' domains. */
public class DataContainer implements RowAppender {
  private final DataTableSpec spec;
  private final DomainTracker[] domains;
  private final List<DataRow> rows = new ArrayList<>();
  private final Set<RowKey> keys = new HashSet<>();
  private int maxValues = 60;
  private DataTableSpec finalSpec;

  public DataContainer(DataTableSpec spec) {
    this(spec, false);
  }

  public DataContainer(DataTableSpec spec, boolean initDomain) {
    this.spec = spec;
    this.domains =
        spec.stream().map(c -> new DomainTracker(c, initDomain)).toArray(DomainTracker[]::new);
  }

  public DataContainer(DataTableSpec spec, boolean initDomain, int maxCellsInMemory) {
    this(spec, initDomain);
  }

  @Override
  public void addRowToTable(DataRow row) {
    if (isClosed()) {
      throw new IllegalStateException("The container is closed");
    }
    if (row.getNumCells() != domains.length) {
      throw new IllegalArgumentException(
          "Row " + row.getKey() + " has " + row.getNumCells() + " cells, not " + domains.length);
    }
    if (!keys.add(row.getKey())) {
      throw new DuplicateKeyException(
          "Encountered duplicate row ID \"" + row.getKey() + "\"", row.getKey().getString());
    }
    for (int i = 0; i < domains.length; i++) {
      DataCell cell = row.getCell(i);
      DataType type = spec.getColumnSpec(i).getType();
      if (!cell.isMissing() && !type.isASuperTypeOf(cell.getType())) {
        throw new IllegalArgumentException(
            String.format(
                "Row %s, column \"%s\": a cell of type %s in a column of type %s",
                row.getKey(), spec.getColumnSpec(i).getName(), cell.getType(), type));
      }
      domains[i].add(cell, maxValues);
    }
    rows.add(row);
  }

  public void close() {
    if (!isClosed()) {
      DataTableSpecCreator creator = new DataTableSpecCreator(spec);
      for (int i = 0; i < domains.length; i++) {
        creator.replaceColumn(i, domains[i].spec());
      }
      finalSpec = creator.createSpec();
    }
  }

  public boolean isClosed() {
    return finalSpec != null;
  }

  public long size() {
    return rows.size();
  }

  public DataTableSpec getTableSpec() {
    return isClosed() ? finalSpec : spec;
  }

  public DataTable getTable() {
    return new RowsTable(closedRows(), finalSpec);
  }

  final List<DataRow> closedRows() {
    if (!isClosed()) {
      throw new IllegalStateException("The container is not closed yet");
    }
    return rows;
  }
}
