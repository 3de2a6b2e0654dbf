// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.umap;

import io.github.recluster.core.umap.UmapGivens;
import io.github.recluster.nodes.table.ColumnMode;
import io.github.recluster.nodes.table.FeatureColumns;
import io.github.recluster.nodes.table.TableReader;
import io.github.recluster.nodes.table.TableRows;
import java.util.List;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** The columns that say where the layout starts. */
final class StartColumns {
  private StartColumns() {}

  /** Their names, one for each dimension; none if the layout starts elsewhere. */
  static List<String> choose(DataTableSpec table, UmapEmbedParameters parameters)
      throws InvalidSettingsException {
    if (!parameters.startsByColumns()) {
      return List.of();
    }
    List<String> names =
        FeatureColumns.FOR_EMBEDDING.choose(table, ColumnMode.CHOSEN, parameters.startColumns);
    if (names.size() != parameters.components) {
      throw new InvalidSettingsException(
          "The layout starts at columns, one for each of the "
              + parameters.components
              + " dimensions, but "
              + names.size()
              + " are chosen. Choose as many, or change the dimensions.");
    }
    return names;
  }

  /** Adds the places of some rows to what is given; nothing if there are no such columns. */
  static UmapGivens read(
      BufferedDataTable table,
      TableRows rows,
      List<String> names,
      UmapGivens givens,
      ExecutionMonitor exec)
      throws CanceledExecutionException, KNIMEException {
    if (names.isEmpty()) {
      return givens;
    }
    TableRows places = TableReader.numbers(names).read(table, exec).select(rows.positions());
    for (int i = 0; i < places.rows(); i++) {
      if (!places.isComplete(i)) {
        throw new KNIMEException(
            "Row \""
                + places.keys()[i]
                + "\" has no place to start from: a value is missing in a column of the start. Fill"
                + " it in, or filter the row out.");
      }
    }
    return givens.withStart(places.moderateMatrix());
  }
}
