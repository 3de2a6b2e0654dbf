// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.apply;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.nodes.table.AddedColumns;
import io.github.recluster.nodes.table.TableReader;
import io.github.recluster.nodes.table.TableRows;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.streamable.RowInput;
import org.knime.core.node.streamable.RowOutput;

/** Rows that stream by, taken some at a time, so that the work on them is shared by threads. */
final class RowStream {
  private static final int AT_A_TIME = 4096;

  private final DataTableSpec spec;
  private final TableReader reader;
  private final AddedColumns.Rows added;
  private final RowInput in;
  private final Parallel parallel;
  private final List<DataRow> rows = new ArrayList<>();
  private long count;

  RowStream(TableReader reader, AddedColumns.Rows added, RowInput in, Parallel parallel) {
    this.spec = in.getDataTableSpec();
    this.reader = reader;
    this.added = added;
    this.in = in;
    this.parallel = parallel;
  }

  /** Takes the next rows; false if there are none. */
  boolean next(ExecutionContext exec) throws CanceledExecutionException, InterruptedException {
    rows.clear();
    exec.checkCanceled();
    while (rows.size() < AT_A_TIME) {
      DataRow row = in.poll();
      if (row == null) {
        break;
      }
      rows.add(row);
    }
    count += rows.size();
    return !rows.isEmpty();
  }

  /** Hands the rows on, with what the application says of them. */
  void push(ApplyNodeModel.Application application, RowOutput out)
      throws KNIMEException, InterruptedException {
    TableRows usable = application.usable(reader.read(spec, rows));
    IntFunction<DataCell[]> cells = application.apply(usable, parallel);
    int[] index = usable.indexOfTableRow();
    for (int i = 0; i < index.length; i++) {
      out.push(
          index[i] < 0
              ? added.putMissing(rows.get(i))
              : added.put(rows.get(i), cells.apply(index[i])));
    }
  }

  /** How many rows have been taken. */
  long rows() {
    return count;
  }
}
