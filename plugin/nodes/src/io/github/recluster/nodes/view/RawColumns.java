// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.view;

import io.github.recluster.core.data.FeatureTable;
import io.github.recluster.nodes.chart.Histogram;
import io.github.recluster.nodes.chart.HistogramChart.Feature;
import io.github.recluster.nodes.table.FeatureColumns;
import io.github.recluster.nodes.table.TableReader;
import io.github.recluster.nodes.table.TableRows;
import java.util.ArrayList;
import java.util.List;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.KNIMEException;

/** The raw columns of a table: what a reader knows a row by, whatever a stage computed on. */
public final class RawColumns {
  private static final int MOST = 40;

  private RawColumns() {}

  /** The raw columns, of the rows that a stage worked on. */
  public static FeatureTable of(BufferedDataTable table, TableRows rows, ExecutionMonitor exec)
      throws CanceledExecutionException, KNIMEException {
    List<String> names = FeatureColumns.FOR_CLASSIFYING.automaticIn(table.getDataTableSpec());
    return TableReader.features(names.subList(0, Math.min(MOST, names.size())))
        .read(table, exec)
        .features()
        .selectRows(rows.positions());
  }

  /** A histogram of each column, and inside each cluster. */
  public static List<Feature> histograms(
      FeatureTable columns, int[] labels, List<String> clusterNames) {
    List<Feature> features = new ArrayList<>();
    for (int c = 0; c < columns.columns(); c++) {
      String name = columns.name(c);
      features.add(
          new Feature(
              name,
              columns.isNumeric(c)
                  ? Histogram.byCluster(name, columns.numbers(c), labels, clusterNames)
                  : Histogram.byCluster(
                      name, columns.codes(c), columns.categories(c), labels, clusterNames)));
    }
    return features;
  }
}
