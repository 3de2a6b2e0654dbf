// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.util.ArrayList;
import java.util.List;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.streamable.StreamableFunction;

/** Makes a node's tables. */
public class ExecutionContext extends ExecutionMonitor {
  private final Node node;

  public ExecutionContext(NodeProgressMonitor monitor, Node node) {
    super(monitor);
    this.node = node;
  }

  public BufferedDataContainer createDataContainer(DataTableSpec spec) {
    return createDataContainer(spec, true);
  }

  public BufferedDataContainer createDataContainer(DataTableSpec spec, boolean initDomain) {
    return new BufferedDataContainer(spec, initDomain);
  }

  public BufferedDataTable createColumnRearrangeTable(
      BufferedDataTable table, ColumnRearranger rearranger, ExecutionMonitor monitor)
      throws CanceledExecutionException {
    DataTableSpec spec = rearranger.createSpec();
    BufferedDataContainer container = createDataContainer(spec, true);
    StreamableFunction function = rearranger.createStreamableFunction();
    try {
      function.init(this);
      long index = 0;
      for (DataRow row : table) {
        monitor.checkCanceled();
        container.addRowToTable(function.compute(row, index++));
        monitor.setProgress(index / (double) table.size());
      }
      function.finish();
    } catch (CanceledExecutionException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    container.close();
    // A column that only moved keeps its domain as it was.
    DataTableSpecCreator creator = new DataTableSpecCreator(container.getTableSpec());
    for (int i = 0; i < spec.getNumColumns(); i++) {
      DataColumnSpec column = spec.getColumnSpec(i);
      if (table.getDataTableSpec().getColumnSpec(column.getName()) == column) {
        creator.replaceColumn(i, column);
      }
    }
    return new BufferedDataTable(container.getTable().rows(), creator.createSpec());
  }

  public BufferedDataTable createJoinedTable(
      BufferedDataTable left, BufferedDataTable right, ExecutionMonitor monitor)
      throws CanceledExecutionException {
    DataTableSpec spec = new DataTableSpec(left.getDataTableSpec(), right.getDataTableSpec());
    if (left.size() != right.size()) {
      throw new IllegalArgumentException(
          "Tables of " + left.size() + " and " + right.size() + " rows");
    }
    List<DataRow> rows = new ArrayList<>();
    for (int i = 0; i < left.rows().size(); i++) {
      monitor.checkCanceled();
      DataRow a = left.rows().get(i);
      DataRow b = right.rows().get(i);
      if (!a.getKey().equals(b.getKey())) {
        throw new IllegalArgumentException("Row keys differ: " + a.getKey() + ", " + b.getKey());
      }
      rows.add(
          new DefaultRow(
              a.getKey(),
              java.util.stream.Stream.concat(a.stream(), b.stream())
                  .toArray(org.knime.core.data.DataCell[]::new)));
    }
    return new BufferedDataTable(rows, spec);
  }

  public ExecutionContext createSubExecutionContext(double share) {
    return new ExecutionContext(new SubProgressMonitor(getProgressMonitor(), share, false), node);
  }
}
