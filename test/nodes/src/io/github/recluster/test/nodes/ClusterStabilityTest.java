// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.nodes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.compute.Seeds;
import io.github.recluster.nodes.hdbscan.HdbscanClusterNodeFactory;
import io.github.recluster.nodes.scale.ScaleNodeFactory;
import io.github.recluster.nodes.stability.ClusterStabilityNodeFactory;
import io.github.recluster.nodes.table.FeatureColumns;
import io.github.recluster.nodes.table.Role;
import io.github.recluster.nodes.umap.UmapEmbedNodeFactory;
import io.github.recluster.nodes.webui.WebNodeModel;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** Clusters of many runs, on the table of three groups. */
class ClusterStabilityTest {
  private static final int ROWS = 150;
  private static NodeRun scale;
  private static NodeRun stability;

  private static NodeRun quick() throws Exception {
    return new NodeRun(new ClusterStabilityNodeFactory())
        .with(
            s -> {
              s.addInt("seeds", 4);
              s.addInt("subsamples", 3);
              s.addInt("sweep", 2);
            });
  }

  @BeforeAll
  static void run() throws Exception {
    scale = new NodeRun(new ScaleNodeFactory()).run(Samples.groups(ROWS));
    stability = quick().run(scale.out[0]);
  }

  private static List<String> texts(BufferedDataTable table, String column) {
    return Arrays.stream(NodeRun.column(table, column)).map(DataCell::toString).toList();
  }

  @Test
  @Tag("law")
  void theThreeGroupsComeBack() {
    DataCell[] clusters = NodeRun.column(stability.table(0), "Cluster");
    DataCell[] sureness = NodeRun.column(stability.table(0), "Cluster sureness");
    for (int i = 0; i < ROWS; i++) {
      if (i == 5) {
        assertTrue(clusters[i].isMissing() && sureness[i].isMissing());
      } else {
        assertEquals(clusters[i % 3], clusters[i]);
        assertEquals(1, ClusteredSample.number(sureness[i]), 0);
      }
    }
    BufferedDataTable judged = stability.table(1);
    assertEquals(List.of("cluster_0", "cluster_1", "cluster_2"), texts(judged, "Cluster"));
    assertEquals(List.of("comes back", "comes back", "comes back"), texts(judged, "Verdict"));
    assertEquals(3, stability.node.getNodeModel().peekFlowVariableInt("steady_clusters"));
    assertEquals(
        1, stability.node.getNodeModel().peekFlowVariableDouble("cluster_agreement_worst"), 0);
  }

  @Test
  @Tag("law")
  void specsAreWhatComesOutAndWhatFollowsTakesIt() {
    for (int port = 0; port < 3; port++) {
      assertArrayEquals(
          ((DataTableSpec) stability.specs[port]).getColumnNames(),
          stability.table(port).getDataTableSpec().getColumnNames());
    }
    DataTableSpec spec = stability.table(0).getDataTableSpec();
    assertEquals(List.of("Cluster"), Role.columns(spec, Role.CLUSTER));
    assertEquals(List.of("Cluster sureness"), Role.columns(spec, Role.SURENESS));
    assertEquals(4, spec.getColumnSpec("Cluster").getDomain().getValues().size());
    assertEquals(
        List.of("age", "visits", "insured"), FeatureColumns.FOR_CLASSIFYING.automaticIn(spec));
  }

  @Test
  @Tag("law")
  void oneVsRestTakesTheConsensusAndSaysWhatItRestsOn() throws Exception {
    NodeRun ovr = ClusteredSample.quick().run(stability.out[0]);
    assertTrue(texts(ovr.table(0), "Cluster").contains("cluster_2"));
    String view = ((WebNodeModel<?>) ovr.node.getNodeModel()).viewData();
    assertTrue(view.contains("a consensus of many seeds (7 to 10)"), view.substring(0, 400));
    NodeRun single = ClusteredSample.quick().run(ClusteredSample.clustered());
    String other = ((WebNodeModel<?>) single.node.getNodeModel()).viewData();
    assertTrue(
        other.contains("rest on one embedding, and therefore on its seed: Cluster Stability"),
        other.substring(0, 400));
  }

  @Test
  @Tag("law")
  void everyRunHasALine() {
    BufferedDataTable runs = stability.table(2);
    assertEquals(4 + 3 + 8 * 2, runs.size()); // 3 × 3 parameters, those asked for once only
    assertEquals("seed 1", texts(runs, "Run").get(0));
    assertEquals("subsample 3", texts(runs, "Run").get(6));
    assertEquals("parameters 16", texts(runs, "Run").get(22));
    assertEquals("149", texts(runs, "Rows").get(0));
    assertEquals("75", texts(runs, "Rows").get(6));
    assertEquals("8", texts(runs, "Seed").get(1));
  }

  @Test
  @Tag("law")
  void aColumnIsJudged() throws Exception {
    NodeRun umap = new NodeRun(new UmapEmbedNodeFactory()).run(scale.out[0]);
    NodeRun hdbscan = new NodeRun(new HdbscanClusterNodeFactory()).run(umap.out[0]);
    NodeRun judged = quick().with(s -> s.addString("judged", "COLUMN")).run(hdbscan.out[0]);
    assertEquals(
        List.of("comes back", "comes back", "comes back"), texts(judged.table(1), "Verdict"));
    assertTrue(judged.table(0).getDataTableSpec().containsName("Cluster (#1)"));
    NodeRun mixed =
        quick()
            .with(
                s -> {
                  s.addString("judged", "COLUMN");
                  s.addString("clusterColumn", "mixed");
                })
            .run(mixed());
    assertEquals(List.of("odd", "even"), texts(mixed.table(1), "Cluster"));
    assertEquals(
        List.of("does not come back", "does not come back"), texts(mixed.table(1), "Verdict"));
  }

  /** The groups, and a column that cuts across them. */
  private static BufferedDataTable mixed() {
    DataCell[][] cells = new DataCell[ROWS][];
    for (int i = 0; i < ROWS; i++) {
      cells[i] =
          new DataCell[] {
            new DoubleCell(100 * (i % 3) + Seeds.uniform(4, i)),
            new StringCell(i == 0 ? "Noise" : i / 3 % 2 == 0 ? "even" : "odd")
          };
    }
    return NodeRun.table(
        new DataTableSpec(
            Samples.column("x", DoubleCell.TYPE), Samples.column("mixed", StringCell.TYPE)),
        cells);
  }

  @Test
  @Tag("law")
  void anIslandBesideTheRestIsSaid() throws Exception {
    DataCell[][] cells = new DataCell[300][];
    for (int i = 0; i < 300; i++) {
      double far = i % 7 == 0 ? 1000 : 0;
      cells[i] =
          new DataCell[] {
            new DoubleCell(far + Seeds.uniform(1, i)), new DoubleCell(far + Seeds.uniform(2, i))
          };
    }
    BufferedDataTable table =
        NodeRun.table(
            new DataTableSpec(
                Samples.column("x", DoubleCell.TYPE), Samples.column("y", DoubleCell.TYPE)),
            cells);
    NodeRun run = quick().with(s -> s.addInt("neighbors", 40)).run(table);
    assertTrue(run.warning.contains("an island and the rest: cluster_0 holds 86 %"), run.warning);
    String view = ((WebNodeModel<?>) run.node.getNodeModel()).viewData();
    assertTrue(view.contains("Look inside the rest"), view.substring(0, 400));
  }

  @Test
  @Tag("edge")
  void fewRowsOrNoneAreNoAccident() throws Exception {
    for (int rows : new int[] {0, 1, 2, 3}) {
      BufferedDataTable table = NodeRun.table(NodeRun.only(Samples.spec(), "age", "visits"));
      NodeRun run = quick().run(rows == 0 ? table : Samples.groups(rows));
      assertEquals(rows, run.table(0).size());
      assertEquals(0, run.table(1).size());
      assertTrue(run.warning.contains(rows < 2 ? "row is left" : "No cluster"), run.warning);
    }
  }

  @Test
  @Tag("edge")
  void wrongSettingsAreSaid() throws Exception {
    assertEquals(
        "\"Number of seeds\" must be 2 to 10,000, got 1",
        assertThrows(InvalidSettingsException.class, () -> quick().with(s -> s.addInt("seeds", 1)))
            .getMessage());
    NodeRun column = quick().with(s -> s.addString("judged", "COLUMN"));
    String none =
        assertThrows(InvalidSettingsException.class, () -> column.configure(scale.out[0].getSpec()))
            .getMessage();
    assertTrue(none.contains("no cluster column"), none);
    NodeRun gone = quick().with(s -> s.addString("clusterColumn", "gone"));
    gone.with(s -> s.addString("judged", "COLUMN"));
    String missing =
        assertThrows(InvalidSettingsException.class, () -> gone.configure(scale.out[0].getSpec()))
            .getMessage();
    assertTrue(missing.contains("\"gone\""), missing);
  }

  @Test
  @Tag("edge")
  void cancelIsHeard() {
    new NodeRun(new ClusterStabilityNodeFactory()).canceledAt(0.1, Samples.groups(2000));
  }
}
