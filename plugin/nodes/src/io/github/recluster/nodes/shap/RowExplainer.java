// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.shap;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.FeatureTable;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.explain.FeatureRules;
import io.github.recluster.core.explain.JointRules;
import io.github.recluster.core.ovr.OneVsRestModel;
import io.github.recluster.core.ovr.OneVsRestPrediction;
import io.github.recluster.core.shap.ShapExplainer;
import io.github.recluster.core.shap.ShapSummary;
import io.github.recluster.nodes.port.OneVsRestModelPortObject;
import io.github.recluster.nodes.run.NodeProgress;
import io.github.recluster.nodes.table.TableReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/**
 * Explains a table part after part, and finds what marks its clusters: memory is that of one part,
 * whatever the table's length. A part's size hangs on the model alone, so that no bit hangs on the
 * machine.
 */
final class RowExplainer {
  private static final int ROWS_BETWEEN_CHECKS = 256;
  private static final int MOST_RULES = 3;

  private final OneVsRestModel model;
  private final ShapExplainer explainer;
  private final ShapSummary.Collector collector;
  private final FeatureRules rules;
  private final DataTableSpec spec;
  private final TableReader reader;
  private final String clusterColumn;
  private final int threads;

  RowExplainer(
      OneVsRestModelPortObject port, ShapExplainer explainer, int threads, DataTableSpec spec) {
    this.model = port.model();
    this.explainer = explainer;
    this.collector = new ShapSummary.Collector(explainer);
    this.rules = new FeatureRules(model);
    this.spec = spec;
    this.reader = TableReader.features(port.getSpec().featureNames());
    this.clusterColumn = port.getSpec().clusterColumn();
    this.threads = threads;
  }

  private int atATime() {
    return ExplainedRows.atATime(explainer.models(), explainer.features());
  }

  /** The bytes that a table of so many rows needs. */
  double bytes(long tableRows) {
    int part = (int) Math.min(tableRows, atATime());
    return ExplainedRows.bytes(part, explainer.models(), explainer.features())
        + FeatureRules.bytes(model);
  }

  ShapExplainer explainer() {
    return explainer;
  }

  ShapSummary summary() {
    return collector.summary();
  }

  double[] bases() {
    return IntStream.range(0, explainer.models()).mapToDouble(explainer::baseValue).toArray();
  }

  /** Where a row's own cluster comes from, in words. */
  String ownCluster() {
    return knowsClusters()
        ? "that of the column \"" + clusterColumn + '"'
        : "the one that the model predicts";
  }

  private boolean knowsClusters() {
    return spec.containsName(clusterColumn);
  }

  /**
   * Reads and explains the next part.
   *
   * @param done share of the table that was explained before
   * @param tableRows how many rows the table has
   */
  ExplainedRows next(Iterator<DataRow> it, double done, long tableRows, ExecutionMonitor exec)
      throws CanceledExecutionException {
    List<DataRow> rows = read(it, exec);
    Parallel parallel =
        NodeProgress.parallel(threads, exec).part(done, done + (double) rows.size() / tableRows);
    FeatureTable features = reader.read(spec, rows).features();
    Matrix x = model.encode(features);
    int[] clusters = clusters(rows, features, parallel);
    ExplainedRows explained = ExplainedRows.of(rows, x, clusters, explainer);
    collector.explain(x, clusters, parallel, explained::keep);
    rules.add(x, clusters);
    return explained;
  }

  private List<DataRow> read(Iterator<DataRow> it, ExecutionMonitor exec)
      throws CanceledExecutionException {
    List<DataRow> rows = new ArrayList<>();
    while (it.hasNext() && rows.size() < atATime()) {
      if (rows.size() % ROWS_BETWEEN_CHECKS == 0) {
        exec.checkCanceled();
      }
      rows.add(it.next());
    }
    return rows;
  }

  private int[] clusters(List<DataRow> rows, FeatureTable features, Parallel parallel) {
    return knowsClusters() ? known(rows) : predicted(features, parallel);
  }

  /** Reads all rows again, to see in which of them a cluster's rules hold together. */
  JointRules jointRules(BufferedDataTable table, ExecutionMonitor exec)
      throws CanceledExecutionException {
    ShapSummary summary = summary();
    JointRules joint =
        new JointRules(
            IntStream.range(0, explainer.models())
                .mapToObj(k -> rules.loudest(k, summary, MOST_RULES))
                .toList());
    Parallel parallel = NodeProgress.parallel(threads, exec).silent();
    try (CloseableRowIterator it = table.iterator()) {
      for (long done = 0; it.hasNext(); ) {
        List<DataRow> rows = read(it, exec);
        FeatureTable features = reader.read(spec, rows).features();
        joint.add(model.encode(features), clusters(rows, features, parallel));
        done += rows.size();
        exec.setProgress((double) done / table.size());
      }
    }
    return joint;
  }

  private int[] known(List<DataRow> rows) {
    int column = spec.findColumnIndex(clusterColumn);
    return rows.stream().mapToInt(row -> place(row.getCell(column))).toArray();
  }

  private int place(DataCell cell) {
    return cell.isMissing() ? ShapSummary.UNKNOWN : model.labels().indexOf(cell.toString());
  }

  private int[] predicted(FeatureTable features, Parallel parallel) {
    OneVsRestPrediction prediction = model.predict(features, parallel);
    return IntStream.range(0, prediction.rows()).map(prediction::winner).toArray();
  }
}
