// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.stability;

import io.github.recluster.core.stability.Stability;
import io.github.recluster.core.stability.StabilityModel;
import io.github.recluster.core.stability.StabilityOptions;
import io.github.recluster.nodes.ovr.ClusterColumn;
import io.github.recluster.nodes.port.ImagePort;
import io.github.recluster.nodes.run.Memory;
import io.github.recluster.nodes.run.NodeProgress;
import io.github.recluster.nodes.table.AddedColumns;
import io.github.recluster.nodes.table.ClusterNames;
import io.github.recluster.nodes.table.ColumnMode;
import io.github.recluster.nodes.table.FeatureColumns;
import io.github.recluster.nodes.table.SeedOrigin;
import io.github.recluster.nodes.table.TableReader;
import io.github.recluster.nodes.table.TableRows;
import io.github.recluster.nodes.view.RawColumns;
import io.github.recluster.nodes.webui.WebNodeModel;
import java.util.List;
import java.util.Set;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.image.ImagePortObject;

/** Maps and clusters the rows many times, and keeps the clusters that come back. */
final class ClusterStabilityNodeModel extends WebNodeModel<ClusterStabilityParameters> {
  ClusterStabilityNodeModel() {
    super(
        ClusterStabilityParameters.class,
        new PortType[] {BufferedDataTable.TYPE},
        new PortType[] {
          BufferedDataTable.TYPE,
          BufferedDataTable.TYPE,
          BufferedDataTable.TYPE,
          ImagePortObject.TYPE
        });
  }

  @Override
  protected int sharesRowsWith(int outPort) {
    return outPort == 0 ? 0 : OWN_ROWS;
  }

  @Override
  protected PortObjectSpec[] outputSpecs(PortObjectSpec[] in) throws InvalidSettingsException {
    DataTableSpec table = (DataTableSpec) in[0];
    judgedColumn(table);
    features(table);
    return new PortObjectSpec[] {
      AddedColumns.spec(table, Set.of(), StabilityTables.added()),
      StabilityTables.clustersSpec(),
      StabilityTables.runsSpec(),
      ImagePort.spec()
    };
  }

  @Override
  protected PortObject[] run(PortObject[] in, ExecutionContext exec) throws Exception {
    BufferedDataTable table = (BufferedDataTable) in[0];
    StabilityOptions options = parameters().options();
    TableRows rows = read(table, options, exec);
    GivenClusters given = given(table, rows, exec);
    StabilityModel model =
        Stability.fit(
            rows.moderateMatrix(),
            given.labels(),
            options,
            NodeProgress.parallel(parameters().threads, exec.createSubProgress(0.86)));
    StabilityView view =
        StabilityView.of(
            model, given, rows, RawColumns.of(table, rows, exec.createSubProgress(0.03)));
    warn(rows.rows() > 1 ? StabilityWords.warnings(model) : List.of());
    remember(view.toJson());
    pushFlowVariables(model);
    return new PortObject[] {
      AddedColumns.put(
          table,
          rows,
          Set.of(),
          added(model),
          StabilityTables.cells(model),
          exec.createSubExecutionContext(0.05)),
      clusters(model, given, rows, exec),
      StabilityTables.runs(model.runs(), exec),
      ImagePort.png(view.toPng())
    };
  }

  /** The rows to cluster; says what is to be said of them. */
  private TableRows read(BufferedDataTable table, StabilityOptions options, ExecutionContext exec)
      throws CanceledExecutionException, InvalidSettingsException, KNIMEException {
    DataTableSpec spec = table.getDataTableSpec();
    List<String> names = features(spec);
    int threads = NodeProgress.parallel(parameters().threads, exec).threads();
    Memory.require(
        "Cluster Stability",
        table.size(),
        names.size(),
        16.0 * table.size() * names.size()
            + Stability.estimateBytes(table.size(), names.size(), options, threads));
    TableRows rows =
        TableReader.numbers(names)
            .read(table, exec.createSubProgress(0.04))
            .complete(parameters().missingValues);
    warn(FeatureColumns.FOR_EMBEDDING.olderWarning(spec, parameters().columnMode, names));
    warn(rows.warnings(parameters().columnMode));
    warn(rows.equalRowsWarning());
    return rows;
  }

  private static DataColumnSpec[] added(StabilityModel model) {
    StabilityOptions options = model.options();
    DataColumnSpec[] added = StabilityTables.added(ClusterNames.all(model.clusters().size()));
    added[0] =
        new SeedOrigin(options.firstSeed(), options.firstSeed() + options.seeds() - 1)
            .mark(added[0]);
    return added;
  }

  /** The table of clusters: those of the consensus, or those to judge. */
  private BufferedDataTable clusters(
      StabilityModel model, GivenClusters given, TableRows rows, ExecutionContext exec) {
    return parameters().judged == ClusterStabilityParameters.Judged.COLUMN
        ? StabilityTables.clusters(model.given(), given.names(), rows.keys(), exec)
        : StabilityTables.clusters(
            model.clusters(), ClusterNames.list(model.clusters().size()), rows.keys(), exec);
  }

  private void pushFlowVariables(StabilityModel model) {
    pushFlowVariableDouble("cluster_agreement_median", model.agreementMedian());
    pushFlowVariableDouble("cluster_agreement_worst", model.agreementWorst());
    pushFlowVariableInt("steady_clusters", model.steadyClusters());
  }

  private GivenClusters given(BufferedDataTable table, TableRows rows, ExecutionContext exec)
      throws Exception {
    String column = judgedColumn(table.getDataTableSpec());
    return column == null
        ? GivenClusters.NONE
        : GivenClusters.of(
            ClusterColumn.read(table, column, exec.createSubProgress(0.01)), rows.positions());
  }

  /** The column whose clusters shall be judged; null if the consensus shall. */
  private String judgedColumn(DataTableSpec table) throws InvalidSettingsException {
    if (parameters().judged == ClusterStabilityParameters.Judged.CONSENSUS) {
      return null;
    }
    String chosen = parameters().clusterColumn;
    return ClusterColumn.choose(
        table, chosen.isEmpty() ? ColumnMode.AUTOMATIC : ColumnMode.CHOSEN, chosen);
  }

  private List<String> features(DataTableSpec table) throws InvalidSettingsException {
    return FeatureColumns.FOR_EMBEDDING.choose(
        table, parameters().columnMode, parameters().columns);
  }
}
