// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.hdbscan;

import io.github.recluster.core.hdbscan.HdbscanPrediction;
import io.github.recluster.nodes.apply.ApplyNodeModel;
import io.github.recluster.nodes.apply.ApplyParameters;
import io.github.recluster.nodes.apply.CompleteRows;
import io.github.recluster.nodes.port.HdbscanModelPortObject;
import io.github.recluster.nodes.table.TableReader;

/** Assigns new rows to clusters. */
final class HdbscanApplyNodeModel extends ApplyNodeModel<HdbscanModelPortObject, ApplyParameters> {
  HdbscanApplyNodeModel() {
    super(HdbscanModelPortObject.class, HdbscanModelPortObject.TYPE, ApplyParameters.class);
  }

  @Override
  protected int threads() {
    return parameters().threads();
  }

  @Override
  protected TableReader reader(HdbscanModelPortObject port) {
    return TableReader.numbers(port.getSpec().featureNames());
  }

  @Override
  protected Application begin(HdbscanModelPortObject port) {
    return new CompleteRows(
        (rows, parallel) -> {
          HdbscanPrediction prediction = port.model().predict(rows.matrix(), parallel);
          return HdbscanColumns.cells(prediction.labels(), prediction.probabilities());
        });
  }
}
