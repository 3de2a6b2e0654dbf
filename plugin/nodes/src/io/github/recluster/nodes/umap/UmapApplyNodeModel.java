// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.umap;

import io.github.recluster.nodes.apply.ApplyNodeModel;
import io.github.recluster.nodes.apply.ApplyParameters;
import io.github.recluster.nodes.apply.CompleteRows;
import io.github.recluster.nodes.port.UmapModelPortObject;
import io.github.recluster.nodes.table.TableReader;

/** Places new rows into a map. */
final class UmapApplyNodeModel extends ApplyNodeModel<UmapModelPortObject, ApplyParameters> {
  UmapApplyNodeModel() {
    super(UmapModelPortObject.class, UmapModelPortObject.TYPE, ApplyParameters.class);
  }

  @Override
  protected int threads() {
    return parameters().threads();
  }

  @Override
  protected TableReader reader(UmapModelPortObject port) {
    return TableReader.numbers(port.getSpec().featureNames());
  }

  @Override
  protected Application begin(UmapModelPortObject port) {
    return new CompleteRows(
        (rows, parallel) -> UmapColumns.cells(port.model().transform(rows.matrix(), parallel)));
  }
}
