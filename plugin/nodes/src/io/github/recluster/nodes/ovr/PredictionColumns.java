// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.ovr;

import io.github.recluster.core.ovr.OneVsRestPrediction;
import io.github.recluster.nodes.table.ColumnSpecs;
import io.github.recluster.nodes.table.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.StringCell;

/** The columns of a prediction: the winner, each cluster's probability, and the winner's lead. */
final class PredictionColumns {
  private PredictionColumns() {}

  static DataTableSpec specs(String clusterColumn, List<String> labels) {
    List<String> values = new ArrayList<>(labels);
    if (!values.contains(OneVsRestPrediction.NONE_OF_THESE)) {
      values.add(OneVsRestPrediction.NONE_OF_THESE);
    }
    List<DataColumnSpec> columns = new ArrayList<>();
    columns.add(
        ColumnSpecs.names(
            "Prediction (" + clusterColumn + ")", Role.PREDICTION, values.toArray(String[]::new)));
    for (String label : labels) {
      columns.add(share("P (" + clusterColumn + "=" + label + ")"));
    }
    columns.add(share("Prediction lead"));
    return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
  }

  private static DataColumnSpec share(String name) {
    return ColumnSpecs.withBounds(ColumnSpecs.number(name, Role.PREDICTION), 0, 1);
  }

  static IntFunction<DataCell[]> cells(OneVsRestPrediction prediction) {
    int count = prediction.labels().size();
    return row -> {
      DataCell[] cells = new DataCell[count + 2];
      cells[0] = new StringCell(prediction.label(row));
      for (int k = 0; k < count; k++) {
        cells[1 + k] = ColumnSpecs.cell(prediction.probability(row, k));
      }
      cells[count + 1] = ColumnSpecs.cell(prediction.lead(row));
      return cells;
    };
  }
}
