// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.hdbscan;

import io.github.recluster.core.hdbscan.HdbscanModel;
import io.github.recluster.core.hdbscan.HdbscanPrediction;
import io.github.recluster.nodes.apply.ApplyNodeModel;
import io.github.recluster.nodes.apply.CompleteRows;
import io.github.recluster.nodes.port.HdbscanModelPortObject;
import io.github.recluster.nodes.port.ModelPortObjectSpec;
import io.github.recluster.nodes.table.TableReader;
import java.util.function.IntFunction;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObjectSpec;

/** Assigns new rows to clusters. */
final class HdbscanApplyNodeModel
    extends ApplyNodeModel<HdbscanModelPortObject, HdbscanApplyParameters> {
  HdbscanApplyNodeModel() {
    super(HdbscanModelPortObject.class, HdbscanModelPortObject.TYPE, HdbscanApplyParameters.class);
  }

  @Override
  protected int threads() {
    return parameters().threads;
  }

  @Override
  protected TableReader reader(HdbscanModelPortObject port) {
    return TableReader.numbers(port.getSpec().featureNames());
  }

  @Override
  protected PortObjectSpec[] outputSpecs(PortObjectSpec[] in) throws InvalidSettingsException {
    ModelPortObjectSpec model = (ModelPortObjectSpec) in[0];
    if (parameters().memberships && HdbscanColumns.clusters(model.outputs()) < 0) {
      model.requireFeaturesIn((DataTableSpec) in[1]);
      return new PortObjectSpec[] {null}; // the clusters are known when they have been found
    }
    return super.outputSpecs(in);
  }

  @Override
  protected DataColumnSpec[] added(ModelPortObjectSpec model) {
    return parameters().memberships
        ? HdbscanColumns.withMemberships(
            model.outputColumns(), HdbscanColumns.clusters(model.outputs()))
        : model.outputColumns();
  }

  @Override
  protected Application begin(HdbscanModelPortObject port) {
    HdbscanModel model = port.model();
    return new CompleteRows(
        (rows, parallel) -> {
          HdbscanPrediction prediction = model.predict(rows.matrix(), parallel);
          IntFunction<DataCell[]> cells =
              HdbscanColumns.cells(prediction.labels(), prediction.probabilities());
          if (!parameters().memberships) {
            return cells;
          }
          HdbscanColumns.requireMemory(model, rows.rows());
          return HdbscanColumns.withMemberships(cells, model.memberships(rows.matrix(), parallel));
        });
  }
}
