// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.hdbscan;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.hdbscan.HdbscanPrediction;
import io.github.recluster.nodes.apply.ApplyNodeModel;
import io.github.recluster.nodes.port.HdbscanModelPortObject;
import io.github.recluster.nodes.table.TableRows;
import java.util.function.IntFunction;
import org.knime.core.data.DataCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionMonitor;

/** Assigns new rows to clusters. */
final class HdbscanApplyNodeModel extends ApplyNodeModel<HdbscanModelPortObject> {
  HdbscanApplyNodeModel() {
    super(HdbscanModelPortObject.class, HdbscanModelPortObject.TYPE);
  }

  @Override
  protected TableRows read(
      HdbscanModelPortObject port, BufferedDataTable table, ExecutionMonitor exec)
      throws Exception {
    return readNumbers(port, table, exec);
  }

  @Override
  protected IntFunction<DataCell[]> apply(
      HdbscanModelPortObject port, TableRows rows, Parallel parallel) {
    HdbscanPrediction prediction = port.model().predict(rows.matrix(), parallel);
    return HdbscanColumns.cells(prediction.labels(), prediction.probabilities());
  }
}
