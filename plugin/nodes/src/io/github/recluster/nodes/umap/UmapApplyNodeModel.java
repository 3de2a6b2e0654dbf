// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.umap;

import io.github.recluster.core.neighbors.Metric;
import io.github.recluster.nodes.apply.ApplyNodeModel;
import io.github.recluster.nodes.apply.ApplyParameters;
import io.github.recluster.nodes.apply.CompleteRows;
import io.github.recluster.nodes.port.UmapModelPortObject;
import io.github.recluster.nodes.table.TableReader;
import java.util.List;

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
    List<String> names = port.getSpec().featureNames();
    return isMixed(port) ? TableReader.features(names) : TableReader.numbers(names);
  }

  @Override
  protected Application begin(UmapModelPortObject port) {
    return new CompleteRows(
        (rows, parallel) ->
            UmapColumns.cells(
                isMixed(port)
                    ? port.model().transform(rows.features(), parallel)
                    : port.model().transform(rows.moderateMatrix(), parallel)));
  }

  /** Whether the model was learned on numbers and categories. */
  private static boolean isMixed(UmapModelPortObject port) {
    return port.model().options().metric() == Metric.MIXED;
  }
}
