// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.JComponent;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.container.filter.CloseableDataRowIterable;
import org.knime.core.data.container.filter.TableFilter;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.v2.RowCursor;
import org.knime.core.data.v2.RowRead;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** A table between nodes; the stand-in keeps it in memory. */
public final class BufferedDataTable implements DataTable, PortObject {
  public static final PortType TYPE =
      PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class);
  public static final PortType TYPE_OPTIONAL =
      PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class, true);
  private static final AtomicInteger IDS = new AtomicInteger();

  private final List<DataRow> rows;
  private final DataTableSpec spec;
  private final int id = IDS.incrementAndGet();

  BufferedDataTable(List<DataRow> rows, DataTableSpec spec) {
    this.rows = rows;
    this.spec = spec;
  }

  List<DataRow> rows() {
    return rows;
  }

  @Override
  public DataTableSpec getDataTableSpec() {
    return spec;
  }

  @Override
  public DataTableSpec getSpec() {
    return spec;
  }

  @Override
  public String getSummary() {
    return "Rows: " + size() + ", Cols: " + spec.getNumColumns();
  }

  @Override
  public CloseableRowIterator iterator() {
    return CloseableRowIterator.from(rows.iterator());
  }

  public CloseableDataRowIterable filter(TableFilter filter) {
    return filter(filter, new ExecutionMonitor());
  }

  public CloseableDataRowIterable filter(TableFilter filter, ExecutionMonitor monitor) {
    return () -> CloseableRowIterator.from(filtered(filter));
  }

  public RowCursor cursor(TableFilter filter) {
    Iterator<DataRow> source = filtered(filter);
    return new RowCursor() {
      @Override
      public RowRead forward() {
        try {
          return source.hasNext() ? RowRead.from(source.next()) : null;
        } catch (NoSuchElementException e) {
          return null;
        }
      }

      @Override
      public boolean canForward() {
        return source.hasNext();
      }

      @Override
      public int getNumColumns() {
        return spec.getNumColumns();
      }

      @Override
      public void close() {}
    };
  }

  /** Columns that the filter leaves out are missing, as a reader must not look at them. */
  private Iterator<DataRow> filtered(TableFilter filter) {
    int from = filter.getFromRowIndex().map(Math::toIntExact).orElse(0);
    int to = filter.getToRowIndex().map(Math::toIntExact).orElse(rows.size() - 1);
    List<DataRow> range = rows.subList(from, Math.max(from, Math.min(to + 1, rows.size())));
    Set<Integer> columns = filter.getMaterializeColumnIndices().orElse(null);
    if (columns == null) {
      return range.iterator();
    }
    DataCell[] blank = new DataCell[spec.getNumColumns()];
    Arrays.fill(blank, DataType.getMissingCell());
    return range.stream()
        .map(
            row -> {
              DataCell[] cells = blank.clone();
              columns.forEach(i -> cells[i] = row.getCell(i));
              return (DataRow) new DefaultRow(row.getKey(), cells);
            })
        .iterator();
  }

  public long size() {
    return rows.size();
  }

  @Override
  public JComponent[] getViews() {
    return new JComponent[0];
  }
}
