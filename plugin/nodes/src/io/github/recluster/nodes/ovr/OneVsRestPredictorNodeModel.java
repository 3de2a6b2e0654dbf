// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.ovr;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.nodes.apply.ApplyNodeModel;
import io.github.recluster.nodes.port.OneVsRestModelPortObject;
import io.github.recluster.nodes.port.OneVsRestModelPortObjectSpec;
import io.github.recluster.nodes.table.TableReader;
import io.github.recluster.nodes.table.TableRows;
import java.util.List;
import java.util.function.IntFunction;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObjectSpec;

/** Says of each row to which cluster it would belong. Missing values are used as in training. */
final class OneVsRestPredictorNodeModel
    extends ApplyNodeModel<OneVsRestModelPortObject, OneVsRestPredictorParameters> {
  OneVsRestPredictorNodeModel() {
    super(
        OneVsRestModelPortObject.class,
        OneVsRestModelPortObject.TYPE,
        OneVsRestPredictorParameters.class);
  }

  @Override
  protected PortObjectSpec[] outputSpecs(PortObjectSpec[] in) throws InvalidSettingsException {
    OneVsRestModelPortObjectSpec model = (OneVsRestModelPortObjectSpec) in[0];
    if (model.labels().isEmpty()) { // the clusters are known when the learner has run
      model.requireFeaturesIn((DataTableSpec) in[1]);
      return new PortObjectSpec[] {null};
    }
    return super.outputSpecs(in);
  }

  @Override
  protected int threads() {
    return parameters().threads;
  }

  @Override
  protected TableReader reader(OneVsRestModelPortObject port) {
    return TableReader.features(port.getSpec().featureNames());
  }

  @Override
  protected Application begin(OneVsRestModelPortObject port) {
    double threshold = parameters().threshold;
    return new Application() {
      @Override
      public TableRows usable(TableRows rows) {
        return rows;
      }

      @Override
      public IntFunction<DataCell[]> apply(TableRows rows, Parallel parallel) {
        return PredictionColumns.cells(port.model().predict(rows.features(), threshold, parallel));
      }

      @Override
      public List<String> warnings() {
        return List.of();
      }
    };
  }
}
