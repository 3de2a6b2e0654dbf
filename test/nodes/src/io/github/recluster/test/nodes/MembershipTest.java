// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.nodes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.hdbscan.HdbscanModel;
import io.github.recluster.nodes.hdbscan.HdbscanApplyNodeFactory;
import io.github.recluster.nodes.hdbscan.HdbscanClusterNodeFactory;
import io.github.recluster.nodes.port.HdbscanModelPortObject;
import io.github.recluster.nodes.table.ColumnMode;
import io.github.recluster.nodes.table.FeatureColumns;
import io.github.recluster.nodes.table.Role;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;

/** A column for each cluster: how much a row belongs to it. */
class MembershipTest {
  private static final int ROWS = 150;
  private static final List<String> COLUMNS =
      List.of("Membership (cluster_0)", "Membership (cluster_1)", "Membership (cluster_2)");

  private static BufferedDataTable table;
  private static NodeRun clusters;

  @BeforeAll
  static void run() throws Exception {
    table = Samples.groups(ROWS);
    clusters = new NodeRun(new HdbscanClusterNodeFactory()).with(MembershipTest::wanted).run(table);
  }

  private static void wanted(NodeSettings settings) {
    settings.addBoolean("memberships", true);
  }

  private static NodeRun apply() throws Exception {
    return new NodeRun(new HdbscanApplyNodeFactory()).with(MembershipTest::wanted);
  }

  @Test
  @Tag("same")
  void columnsAreTheCoresNumbersBehindAllOthers() {
    BufferedDataTable out = clusters.table(0);
    String[] names = out.getSpec().getColumnNames();
    assertEquals(COLUMNS, List.of(names).subList(names.length - 3, names.length));
    HdbscanModel model = ((HdbscanModelPortObject) clusters.out[2]).model();
    Matrix expected = model.memberships(Parallel.SERIAL);
    for (int c = 0; c < 3; c++) {
      DataCell[] cells = NodeRun.column(out, COLUMNS.get(c));
      assertTrue(cells[5].isMissing()); // a value of row 5 is missing
      for (int row = 0; row < ROWS - 1; row++) {
        double value = ((DoubleValue) cells[row < 5 ? row : row + 1]).getDoubleValue();
        assertEquals(expected.get(row, c), value, 0);
      }
    }
  }

  @Test
  @Tag("law")
  void laterNodesLeaveThemOut() throws Exception {
    DataTableSpec spec = clusters.table(0).getSpec();
    assertEquals(COLUMNS, Role.columns(spec, Role.MEMBERSHIP));
    for (FeatureColumns columns :
        new FeatureColumns[] {FeatureColumns.FOR_CLUSTERING, FeatureColumns.FOR_CLASSIFYING}) {
      List<String> chosen = columns.choose(spec, ColumnMode.AUTOMATIC, new ColumnFilter());
      assertTrue(chosen.contains("age"), chosen + "");
      assertFalse(chosen.toString().contains("Membership"), chosen + "");
    }
  }

  @Test
  @Tag("same")
  void rowsOfTheTableHaveTheirsInApplyToo() throws Exception {
    NodeRun placed = apply().run(clusters.out[2], table);
    for (String column : COLUMNS) {
      assertArrayEquals(
          NodeRun.column(clusters.table(0), column), NodeRun.column(placed.table(0), column));
    }
    StreamTest.assertStreams(
        new HdbscanApplyNodeFactory(),
        MembershipTest::wanted,
        clusters.out[2],
        Samples.groups(5000));
  }

  @Test
  @Tag("edge")
  void theirNumberIsKnownWhenTheClustersAre() throws Exception {
    NodeRun learner = new NodeRun(new HdbscanClusterNodeFactory());
    PortObjectSpec model = learner.configure(table.getSpec()).specs[2];
    assertNotNull(learner.specs[0]);
    assertNull(learner.with(MembershipTest::wanted).configure(table.getSpec()).specs[0]);
    assertNull(apply().configure(model, table.getSpec()).specs[0]);
    DataTableSpec spec =
        (DataTableSpec) apply().configure(clusters.out[2].getSpec(), table.getSpec()).specs[0];
    assertEquals(COLUMNS, Role.columns(spec, Role.MEMBERSHIP));
  }

  @Test
  @Tag("edge")
  void withoutAClusterThereIsNoColumn() throws Exception {
    NodeRun none =
        new NodeRun(new HdbscanClusterNodeFactory())
            .with(MembershipTest::wanted)
            .with(s -> s.addInt("minClusterSize", 1000))
            .run(table);
    assertEquals(List.of(), Role.columns(none.table(0).getSpec(), Role.MEMBERSHIP));
    NodeRun placed = apply().run(none.out[2], table);
    assertEquals(List.of(), Role.columns(placed.table(0).getSpec(), Role.MEMBERSHIP));
    assertEquals(ROWS, placed.table(0).size());
  }
}
