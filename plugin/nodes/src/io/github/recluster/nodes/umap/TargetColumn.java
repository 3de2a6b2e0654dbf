// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.umap;

import io.github.recluster.core.data.FeatureTable;
import io.github.recluster.core.umap.UmapGivens;
import io.github.recluster.nodes.table.TableReader;
import io.github.recluster.nodes.table.TableRows;
import java.util.List;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.KNIMEException;

/** What is known of rows beforehand: classes or numbers; a missing value is an unknown one. */
final class TargetColumn {
  private TargetColumn() {}

  /** The target of some rows of a table. */
  static UmapGivens read(
      BufferedDataTable table, TableRows rows, String column, ExecutionMonitor exec)
      throws CanceledExecutionException, KNIMEException {
    FeatureTable target =
        TableReader.features(List.of(column))
            .read(table, exec)
            .features()
            .selectRows(rows.positions());
    return target.isNumeric(0)
        ? UmapGivens.NONE.withNumbers(target.numbers(0))
        : UmapGivens.NONE.withTarget(target.codes(0));
  }
}
