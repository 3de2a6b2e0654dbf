// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.scale;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.CategoryEncoding;
import io.github.recluster.core.data.FeatureTable;
import io.github.recluster.core.scaling.ScalerModel;
import io.github.recluster.nodes.apply.ApplyNodeModel;
import io.github.recluster.nodes.port.ScaleModelPortObject;
import io.github.recluster.nodes.table.TableReader;
import io.github.recluster.nodes.table.TableRows;
import java.util.Optional;
import java.util.function.IntFunction;
import org.knime.core.data.DataCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.KNIMEException;

/** Applies a scale to new rows. */
final class ScaleApplyNodeModel extends ApplyNodeModel<ScaleModelPortObject> {
  ScaleApplyNodeModel() {
    super(ScaleModelPortObject.class, ScaleModelPortObject.TYPE);
  }

  @Override
  protected TableRows read(
      ScaleModelPortObject port, BufferedDataTable table, ExecutionMonitor exec) throws Exception {
    return TableReader.features(port.getSpec().featureNames()).read(table, exec);
  }

  @Override
  protected IntFunction<DataCell[]> apply(
      ScaleModelPortObject port, TableRows rows, Parallel parallel) throws KNIMEException {
    warnOfUnknown(port.model(), rows.features());
    return ScaleColumns.cells(ScaleColumns.transform(port.model(), rows, parallel));
  }

  private void warnOfUnknown(ScalerModel model, FeatureTable table) {
    String[] inputs = model.inputNames();
    for (int i = 0; i < inputs.length; i++) {
      CategoryEncoding coding = model.coding(i);
      int unknown = coding == null ? 0 : coding.countUnknown(table, table.indexOf(inputs[i]));
      if (unknown > 0) {
        warn(
            Optional.of(
                unknown
                    + " rows have a category in column \""
                    + inputs[i]
                    + "\" that the model has not seen; it is "
                    + (coding.kind() == CategoryEncoding.Kind.LABEL
                        ? "a missing value"
                        : "0 in every one-hot column")
                    + " there."));
      }
    }
  }
}
