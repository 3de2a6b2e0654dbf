// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.nodes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.hdbscan.HdbscanModel;
import io.github.recluster.core.neighbors.Metric;
import io.github.recluster.nodes.hdbscan.HdbscanApplyNodeFactory;
import io.github.recluster.nodes.hdbscan.HdbscanClusterNodeFactory;
import io.github.recluster.nodes.port.HdbscanModelPortObject;
import io.github.recluster.nodes.table.ClusterNames;
import io.github.recluster.nodes.webui.WebNodeModel;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** A tree of clusters cut into as many as are wanted, and at a distance. */
class WantedClustersTest {
  private static NodeRun wanting(int clusters) throws Exception {
    return new NodeRun(new HdbscanClusterNodeFactory())
        .with(
            s -> {
              s.addInt("minClusterSize", 6);
              s.addInt("minSamples", 3);
              s.addString("clusterSelectionMethod", "COUNT");
              s.addInt("wantedClusters", clusters);
            });
  }

  @Test
  @Tag("law")
  void theTreeIsCutIntoAsManyClustersAndSoAreNewRows() throws Exception {
    BufferedDataTable table = Samples.groups(150); // three groups, far apart
    for (int wanted = 2; wanted <= 3; wanted++) {
      NodeRun run = wanting(wanted).run(table);
      assertEquals(wanted, run.table(1).size());
      NodeRun again = new NodeRun(new HdbscanApplyNodeFactory()).run(run.out[2], table);
      assertArrayEquals(
          NodeRun.column(run.table(0), "Cluster"), NodeRun.column(again.table(0), "Cluster"));
      String view = ((WebNodeModel<?>) run.node.getNodeModel()).viewData();
      assertTrue(view.contains("Density-based validity (DBCV, −1 to 1): 0."), view);
    }
  }

  @Test
  @Tag("law")
  void anotherDistanceFindsTheSameGroupsAndIsRemembered() throws Exception {
    BufferedDataTable table = Samples.groups(150);
    NodeRun run = wanting(3).with(s -> s.addString("metric", "MANHATTAN")).run(table);
    assertEquals(3, run.table(1).size());
    HdbscanModel model = ((HdbscanModelPortObject) run.out[2]).model();
    assertEquals(Metric.MANHATTAN, model.options().metric());
    NodeRun again = new NodeRun(new HdbscanApplyNodeFactory()).run(run.out[2], table);
    assertArrayEquals(
        NodeRun.column(run.table(0), "Cluster"), NodeRun.column(again.table(0), "Cluster"));
  }

  /** Checks that the column is the core's cut of the same tree. */
  private static List<String> atADistance(BufferedDataTable table, double distance)
      throws Exception {
    NodeRun run = wanting(2).with(s -> s.addDouble("dbscanDistance", distance)).run(table);
    assertEquals(2, run.table(1).size());
    HdbscanModel model = ((HdbscanModelPortObject) run.out[2]).model();
    List<String> expected =
        Arrays.stream(model.dbscan(distance)).mapToObj(ClusterNames::of).toList();
    List<String> found =
        Arrays.stream(NodeRun.column(run.table(0), "DBSCAN cluster"))
            .filter(cell -> !cell.isMissing())
            .map(DataCell::toString)
            .toList();
    assertEquals(expected, found);
    return found;
  }

  @Test
  @Tag("law")
  void atADistanceStandsBesideIt() throws Exception {
    BufferedDataTable table = Samples.groups(150);
    assertEquals(List.of("Noise"), atADistance(table, 1e-9).stream().distinct().toList());
    assertEquals(List.of("cluster_0"), atADistance(table, 1e9).stream().distinct().toList());
    // within a group, and not to the next
    assertEquals(
        3, atADistance(table, 5).stream().filter(c -> !c.equals("Noise")).distinct().count());
    assertEquals(
        -1, wanting(2).run(table).table(0).getDataTableSpec().findColumnIndex("DBSCAN cluster"));
    InvalidSettingsException e =
        assertThrows(
            InvalidSettingsException.class,
            () -> wanting(2).with(s -> s.addDouble("dbscanDistance", -1)));
    assertEquals("\"DBSCAN distance\" must be 0 or more, got -1.0", e.getMessage());
  }

  @Test
  @Tag("edge")
  void moreThanTheTreeHasIsSaid() throws Exception {
    NodeRun run = wanting(99).run(Samples.groups(150));
    assertTrue(run.table(1).size() < 99);
    assertTrue(run.warning.contains("The tree has no cut into 99 clusters"), run.warning);
    DataTableSpec numbers = NodeRun.only(Samples.spec(), "age", "visits");
    assertEquals(0, wanting(3).run(NodeRun.table(numbers)).table(1).size());
    InvalidSettingsException e = assertThrows(InvalidSettingsException.class, () -> wanting(0));
    assertEquals("\"Wanted clusters\" must be at least 1, got 0", e.getMessage());
  }
}
