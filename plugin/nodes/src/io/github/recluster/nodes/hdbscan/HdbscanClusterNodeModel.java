// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.hdbscan;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Labels;
import io.github.recluster.core.hdbscan.Hdbscan;
import io.github.recluster.core.hdbscan.HdbscanModel;
import io.github.recluster.nodes.port.Features;
import io.github.recluster.nodes.port.HdbscanModelPortObject;
import io.github.recluster.nodes.port.HdbscanModelPortObjectSpec;
import io.github.recluster.nodes.port.ImagePort;
import io.github.recluster.nodes.run.Memory;
import io.github.recluster.nodes.run.NodeProgress;
import io.github.recluster.nodes.table.AddedColumns;
import io.github.recluster.nodes.table.ClusterNames;
import io.github.recluster.nodes.table.FeatureColumns;
import io.github.recluster.nodes.table.Role;
import io.github.recluster.nodes.table.SeedOrigin;
import io.github.recluster.nodes.table.TableReader;
import io.github.recluster.nodes.table.TableRows;
import io.github.recluster.nodes.view.RawColumns;
import io.github.recluster.nodes.webui.WebNodeModel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.image.ImagePortObject;

/** Finds clusters of any shape, and the rows that belong to none. */
final class HdbscanClusterNodeModel extends WebNodeModel<HdbscanClusterParameters> {
  HdbscanClusterNodeModel() {
    super(
        HdbscanClusterParameters.class,
        new PortType[] {BufferedDataTable.TYPE},
        new PortType[] {
          BufferedDataTable.TYPE,
          BufferedDataTable.TYPE,
          HdbscanModelPortObject.TYPE,
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
    HdbscanModelPortObjectSpec model =
        new HdbscanModelPortObjectSpec(
            Features.of(table, features(table)), HdbscanColumns.outputs());
    return new PortObjectSpec[] {
      parameters().memberships
          ? null // its columns are known when the clusters have been found
          : AddedColumns.spec(table, Set.of(), added(model)),
      HdbscanColumns.clustersSpec(),
      model,
      ImagePort.spec()
    };
  }

  private DataColumnSpec[] added(HdbscanModelPortObjectSpec model) {
    DataColumnSpec[] added = HdbscanColumns.added(model.outputs());
    return parameters().dbscanDistance > 0 ? HdbscanColumns.withDbscan(added) : added;
  }

  @Override
  protected PortObject[] run(PortObject[] in, ExecutionContext exec) throws Exception {
    BufferedDataTable table = (BufferedDataTable) in[0];
    List<String> names = features(table.getDataTableSpec());
    TableRows rows = read(table, names, exec.createSubProgress(0.05));
    HdbscanModel fitted =
        Hdbscan.fit(
            rows.matrix(),
            parameters().options(),
            NodeProgress.parallel(parameters().threads, exec.createSubProgress(0.81)));
    HdbscanModel model =
        parameters().wantsCount() ? fitted.recutTo(parameters().wantedClusters) : fitted;
    warn(rows.rows() > 1 ? fewClusters(model) : Optional.empty());
    Optional<SeedOrigin> seed = SeedOrigin.of(table.getDataTableSpec(), names);
    DataTableSpec outputs = HdbscanColumns.outputs(ClusterNames.all(model.clusters().size()));
    HdbscanModelPortObjectSpec spec =
        new HdbscanModelPortObjectSpec(
            Features.of(table.getDataTableSpec(), names),
            seed.map(s -> s.mark(outputs)).orElse(outputs));
    HdbscanView view =
        HdbscanView.of(
            model,
            rows,
            RawColumns.of(table, rows, exec.createSubProgress(0.03)),
            Role.columns(table.getDataTableSpec(), Role.EMBEDDING).containsAll(names)
                ? Optional.of(HdbscanView.rest(seed))
                : Optional.empty(),
            NodeProgress.parallel(parameters().threads, exec.createSubProgress(0.02)));
    remember(view.toJson());
    return new PortObject[] {
      clustered(table, rows, spec, model, exec),
      HdbscanColumns.clusters(model, rows.keys(), exec),
      new HdbscanModelPortObject(spec, model),
      ImagePort.png(view.toPng())
    };
  }

  /** The rows to cluster; says what is to be said of them. */
  private TableRows read(BufferedDataTable table, List<String> names, ExecutionMonitor exec)
      throws CanceledExecutionException, KNIMEException {
    Memory.require(
        "HDBSCAN",
        table.size(),
        names.size(),
        Hdbscan.memoryNeeded(table.size(), names.size(), parameters().options())
            + table.size() * (8.0 * names.size() + 70)); // keys, and what the view shows
    TableRows rows =
        TableReader.numbers(names).read(table, exec).complete(parameters().missingValues);
    warn(
        FeatureColumns.FOR_CLUSTERING.olderWarning(
            table.getDataTableSpec(), parameters().columnMode, names));
    warn(rows.warnings(parameters().columnMode));
    warn(rows.equalRowsWarning());
    return rows;
  }

  /** The table with what clustering says of its rows. */
  private BufferedDataTable clustered(
      BufferedDataTable table,
      TableRows rows,
      HdbscanModelPortObjectSpec spec,
      HdbscanModel model,
      ExecutionContext exec)
      throws CanceledExecutionException, KNIMEException {
    DataColumnSpec[] added = HdbscanColumns.added(spec.outputs());
    IntFunction<DataCell[]> cells =
        HdbscanColumns.cells(model.labels(), model.probabilities(), model.outlierScores());
    if (parameters().dbscanDistance > 0) {
      int[] labels = model.dbscan(parameters().dbscanDistance);
      added = HdbscanColumns.withDbscan(added, ClusterNames.all(Labels.count(labels)));
      cells = HdbscanColumns.withDbscan(cells, labels);
    }
    if (parameters().memberships) {
      HdbscanColumns.requireMemory(model, rows.rows());
      Parallel parallel = NodeProgress.parallel(parameters().threads, exec.createSubProgress(0.02));
      added = HdbscanColumns.withMemberships(added, model.clusters().size());
      cells = HdbscanColumns.withMemberships(cells, model.memberships(parallel));
    }
    return AddedColumns.put(
        table, rows, Set.of(), added, cells, exec.createSubExecutionContext(0.05));
  }

  private Optional<String> fewClusters(HdbscanModel model) {
    int found = model.clusters().size();
    String remedy =
        " A smaller minimum cluster size (now "
            + parameters().minClusterSize
            + ") or fewer minimum samples (now "
            + parameters().minSamples
            + ") find smaller clusters.";
    if (found == 0) {
      return Optional.of("No cluster was found: all rows are noise." + remedy);
    }
    return parameters().wantsCount() && found < parameters().wantedClusters
        ? Optional.of(
            "The tree has no cut into "
                + parameters().wantedClusters
                + " clusters; the next smaller number is "
                + found
                + "."
                + remedy)
        : Optional.empty();
  }

  private List<String> features(DataTableSpec table) throws InvalidSettingsException {
    return FeatureColumns.FOR_CLUSTERING.choose(
        table, parameters().columnMode, parameters().columns);
  }
}
