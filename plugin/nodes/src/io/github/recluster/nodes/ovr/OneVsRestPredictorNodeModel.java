// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.ovr;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.ovr.OneVsRestModel;
import io.github.recluster.nodes.apply.ApplyNodeModel;
import io.github.recluster.nodes.apply.UnknownCategories;
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
    return new Predicting(port.model(), parameters().threshold);
  }

  /** Predicts; counts the categories that the model has not seen. */
  private static final class Predicting implements Application {
    private final OneVsRestModel model;
    private final double threshold;
    private final UnknownCategories unknown = new UnknownCategories();

    Predicting(OneVsRestModel model, double threshold) {
      this.model = model;
      this.threshold = threshold;
    }

    @Override
    public TableRows usable(TableRows rows) {
      return rows;
    }

    @Override
    public IntFunction<DataCell[]> apply(TableRows rows, Parallel parallel) {
      for (int f = 0; f < model.features().size(); f++) {
        unknown.add(model.features().get(f), model.countUnknown(rows.features(), f));
      }
      return PredictionColumns.cells(model.predict(rows.features(), threshold, parallel));
    }

    @Override
    public List<String> warnings() {
      return unknown.warnings(column -> "a missing value");
    }
  }
}
