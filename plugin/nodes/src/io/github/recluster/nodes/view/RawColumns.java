// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.view;

import io.github.recluster.core.data.FeatureTable;
import io.github.recluster.nodes.chart.Histogram;
import io.github.recluster.nodes.chart.HistogramChart.Feature;
import io.github.recluster.nodes.table.FeatureColumns;
import io.github.recluster.nodes.table.TableReader;
import io.github.recluster.nodes.table.TableRows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.KNIMEException;

/**
 * The raw columns of a table: what a reader knows a row by, whatever a stage computed on. A view
 * holds some of them only; of many, those that differ most between the clusters, and it says so.
 */
public final class RawColumns {
  private static final int IN_MAP = 24; // to hover and to color by
  private static final int IN_HISTOGRAMS = 40;
  private static final int READ = 1000;
  private static final int CELLS = 20_000_000; // that are read, to choose from

  private final FeatureTable columns;
  private final int total;
  private final boolean sorted;

  private RawColumns(FeatureTable columns, int total, boolean sorted) {
    this.columns = columns;
    this.total = total;
    this.sorted = sorted;
  }

  /** The raw columns, of the rows that a stage worked on. */
  public static RawColumns of(BufferedDataTable table, TableRows rows, ExecutionMonitor exec)
      throws CanceledExecutionException, KNIMEException {
    List<String> names = FeatureColumns.FOR_CLASSIFYING.automaticIn(table.getDataTableSpec());
    int most = (int) Math.max(IN_HISTOGRAMS, Math.min(READ, CELLS / Math.max(1, table.size())));
    FeatureTable read =
        TableReader.features(names.subList(0, Math.min(most, names.size())))
            .read(table, exec)
            .features()
            .selectRows(rows.positions());
    return of(read, names.size());
  }

  /**
   * Columns that are there already.
   *
   * @param total how many the table has, of which these are the first
   */
  public static RawColumns of(FeatureTable columns, int total) {
    return new RawColumns(columns, total, false);
  }

  /** Those first that differ most between the clusters, if not all of them can be shown. */
  public RawColumns byDifference(int[] labels) {
    Separation separation = new Separation(labels);
    if (total <= IN_MAP || !separation.isPossible()) {
      return this;
    }
    double[] differences =
        IntStream.range(0, columns.columns()).mapToDouble(c -> separation.of(columns, c)).toArray();
    int[] order =
        IntStream.range(0, differences.length)
            .boxed()
            .sorted(Comparator.comparingDouble(c -> -differences[c])) // stable: ties as they come
            .mapToInt(Integer::intValue)
            .toArray();
    return new RawColumns(columns.selectColumns(order), total, true);
  }

  /** The columns to show on hover and to color a map by. */
  public FeatureTable inMap() {
    return first(IN_MAP);
  }

  private FeatureTable first(int most) {
    return columns.columns() <= most
        ? columns
        : columns.selectColumns(IntStream.range(0, most).toArray());
  }

  /** Says which columns a map holds, if not all. */
  public Optional<String> note() {
    return total <= IN_MAP ? Optional.empty() : Optional.of(said("") + ".");
  }

  /** Says which columns a map and histograms hold, if not all. */
  public Optional<String> noteWithHistograms() {
    return total <= IN_MAP
        ? Optional.empty()
        : Optional.of(said(", the histograms " + some(IN_HISTOGRAMS)) + ".");
  }

  private String said(String more) {
    String read =
        columns.columns() < total
            ? ", looked for among the first " + number(columns.columns())
            : "";
    return "The table has "
        + number(total)
        + " raw columns: the map holds "
        + (sorted
            ? "the " + IN_MAP + " that differ most between the clusters"
            : "the first " + IN_MAP)
        + more
        + (sorted ? read : "");
  }

  private String some(int most) {
    return total <= most ? "all" : String.valueOf(most);
  }

  private static String number(int count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** A histogram of each column, and inside each cluster. */
  public List<Feature> histograms(int[] labels, List<String> clusterNames) {
    FeatureTable shown = first(IN_HISTOGRAMS);
    List<Feature> features = new ArrayList<>();
    for (int c = 0; c < shown.columns(); c++) {
      String name = shown.name(c);
      features.add(
          new Feature(
              name,
              shown.isNumeric(c)
                  ? Histogram.byCluster(name, shown.numbers(c), labels, clusterNames)
                  : Histogram.byCluster(
                      name, shown.codes(c), shown.categories(c), labels, clusterNames)));
    }
    return features;
  }
}
