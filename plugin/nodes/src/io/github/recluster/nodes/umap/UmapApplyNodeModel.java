// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.umap;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.nodes.apply.ApplyNodeModel;
import io.github.recluster.nodes.port.UmapModelPortObject;
import io.github.recluster.nodes.table.TableRows;
import java.util.function.IntFunction;
import org.knime.core.data.DataCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionMonitor;

/** Places new rows into a map. */
final class UmapApplyNodeModel extends ApplyNodeModel<UmapModelPortObject> {
  UmapApplyNodeModel() {
    super(UmapModelPortObject.class, UmapModelPortObject.TYPE);
  }

  @Override
  protected TableRows read(UmapModelPortObject port, BufferedDataTable table, ExecutionMonitor exec)
      throws Exception {
    return readNumbers(port, table, exec);
  }

  @Override
  protected IntFunction<DataCell[]> apply(
      UmapModelPortObject port, TableRows rows, Parallel parallel) {
    return UmapColumns.cells(port.model().transform(rows.matrix(), parallel));
  }
}
