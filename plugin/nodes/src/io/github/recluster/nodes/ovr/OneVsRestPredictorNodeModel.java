// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.ovr;

import io.github.recluster.core.ovr.OneVsRestPrediction;
import io.github.recluster.nodes.port.OneVsRestModelPortObject;
import io.github.recluster.nodes.port.OneVsRestModelPortObjectSpec;
import io.github.recluster.nodes.run.NodeProgress;
import io.github.recluster.nodes.table.AddedColumns;
import io.github.recluster.nodes.table.TableReader;
import io.github.recluster.nodes.table.TableRows;
import io.github.recluster.nodes.webui.WebNodeModel;
import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.property.hilite.HiLiteHandler;

/** Says of each row to which cluster it would belong. Missing values are used as in training. */
final class OneVsRestPredictorNodeModel extends WebNodeModel<OneVsRestPredictorParameters> {
  OneVsRestPredictorNodeModel() {
    super(
        OneVsRestPredictorParameters.class,
        new PortType[] {OneVsRestModelPortObject.TYPE, BufferedDataTable.TYPE},
        new PortType[] {BufferedDataTable.TYPE});
  }

  @Override
  protected PortObjectSpec[] outputSpecs(PortObjectSpec[] in) throws InvalidSettingsException {
    OneVsRestModelPortObjectSpec model = (OneVsRestModelPortObjectSpec) in[0];
    DataTableSpec table = (DataTableSpec) in[1];
    model.requireFeaturesIn(table);
    return new PortObjectSpec[] {
      model.labels().isEmpty() // the clusters are known when the learner has run
          ? null
          : AddedColumns.spec(table, model.features(), model.outputColumns())
    };
  }

  @Override
  protected PortObject[] run(PortObject[] in, ExecutionContext exec) throws Exception {
    OneVsRestModelPortObject port = (OneVsRestModelPortObject) in[0];
    BufferedDataTable table = (BufferedDataTable) in[1];
    OneVsRestModelPortObjectSpec spec = port.getSpec();
    spec.requireFeaturesIn(table.getDataTableSpec());
    TableRows rows =
        TableReader.features(spec.featureNames()).read(table, exec.createSubProgress(0.2));
    OneVsRestPrediction prediction =
        port.model()
            .predict(
                rows.features(),
                parameters().threshold,
                NodeProgress.parallel(parameters().threads, exec.createSubProgress(0.5)));
    warn(table.size() == 0 ? Optional.of("The table is empty.") : Optional.empty());
    return new PortObject[] {
      AddedColumns.put(
          table,
          rows,
          spec.features(),
          spec.outputColumns(),
          PredictionColumns.cells(prediction),
          exec.createSubExecutionContext(0.3))
    };
  }

  @Override
  protected HiLiteHandler getOutHiLiteHandler(int port) {
    return getInHiLiteHandler(1); // the rows are those of the table, not of the model
  }
}
