// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.stability;

import io.github.recluster.core.stability.StabilityModel;
import io.github.recluster.core.stability.StabilityRun;
import io.github.recluster.core.stability.StableCluster;
import io.github.recluster.nodes.table.ClusterNames;
import io.github.recluster.nodes.table.ColumnSpecs;
import io.github.recluster.nodes.table.Role;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The columns and the tables of Cluster Stability. */
final class StabilityTables {
  private StabilityTables() {}

  /** The columns of a row: its cluster, and how sure that is. */
  static DataColumnSpec[] added(String... clusterNames) {
    return new DataColumnSpec[] {
      ColumnSpecs.names("Cluster", Role.CLUSTER, clusterNames),
      ColumnSpecs.withBounds(ColumnSpecs.number("Cluster sureness", Role.SURENESS), 0, 1)
    };
  }

  static IntFunction<DataCell[]> cells(StabilityModel model) {
    int[] labels = model.labels();
    double[] sureness = model.sureness();
    return row ->
        new DataCell[] {
          new StringCell(ClusterNames.of(labels[row])), ColumnSpecs.cell(sureness[row])
        };
  }

  static DataTableSpec clustersSpec() {
    return new DataTableSpec(
        ColumnSpecs.plain("Cluster", StringCell.TYPE),
        ColumnSpecs.plain("Size", IntCell.TYPE),
        ColumnSpecs.plain("Share", DoubleCell.TYPE),
        ColumnSpecs.plain("Jaccard mean", DoubleCell.TYPE),
        ColumnSpecs.plain("Jaccard worst", DoubleCell.TYPE),
        ColumnSpecs.plain("Verdict", StringCell.TYPE),
        ColumnSpecs.plain("Exemplar", StringCell.TYPE));
  }

  static BufferedDataTable clusters(
      List<StableCluster> clusters, List<String> names, String[] keys, ExecutionContext exec) {
    BufferedDataContainer container = exec.createDataContainer(clustersSpec());
    for (StableCluster c : clusters) {
      container.addRowToTable(
          new DefaultRow(
              names.get(c.label()),
              new StringCell(names.get(c.label())),
              new IntCell(c.size()),
              ColumnSpecs.cell(c.share()),
              ColumnSpecs.cell(c.jaccardMean()),
              ColumnSpecs.cell(c.jaccardWorst()),
              new StringCell(c.verdict().words()),
              new StringCell(keys[c.exemplar()])));
    }
    container.close();
    return container.getTable();
  }

  static DataTableSpec runsSpec() {
    return new DataTableSpec(
        ColumnSpecs.plain("Run", StringCell.TYPE),
        ColumnSpecs.plain("Seed", LongCell.TYPE),
        ColumnSpecs.plain("Rows", IntCell.TYPE),
        ColumnSpecs.plain("Neighbors", IntCell.TYPE),
        ColumnSpecs.plain("Minimum cluster size", IntCell.TYPE),
        ColumnSpecs.plain("Clusters", IntCell.TYPE),
        ColumnSpecs.plain("Noise share", DoubleCell.TYPE),
        ColumnSpecs.plain("ARI to consensus", DoubleCell.TYPE));
  }

  static BufferedDataTable runs(List<StabilityRun> runs, ExecutionContext exec) {
    BufferedDataContainer container = exec.createDataContainer(runsSpec());
    Map<StabilityRun.Kind, Integer> counts = new EnumMap<>(StabilityRun.Kind.class);
    for (StabilityRun run : runs) {
      String name = run.kind().word() + " " + counts.merge(run.kind(), 1, Integer::sum);
      container.addRowToTable(
          new DefaultRow(
              name,
              new StringCell(name),
              new LongCell(run.seed()),
              new IntCell(run.rows()),
              new IntCell(run.neighbors()),
              new IntCell(run.minClusterSize()),
              new IntCell(run.clusters()),
              ColumnSpecs.cell(run.noiseShare()),
              ColumnSpecs.cell(run.agreement())));
    }
    container.close();
    return container.getTable();
  }
}
