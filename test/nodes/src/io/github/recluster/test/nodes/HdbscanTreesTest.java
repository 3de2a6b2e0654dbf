// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.nodes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.compute.Seeds;
import io.github.recluster.nodes.hdbscan.HdbscanClusterNodeFactory;
import io.github.recluster.nodes.hdbscan.HdbscanTreesNodeFactory;
import io.github.recluster.nodes.webui.WebNodeModel;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;

/** The trees of a model as tables: every row and every cluster once, and sizes that add up. */
class HdbscanTreesTest {
  private static final int ROWS = 150; // one of them is skipped for a missing value
  private static final int N = ROWS - 1;
  private static NodeRun clusters;
  private static NodeRun trees;

  @BeforeAll
  static void run() throws Exception {
    clusters = new NodeRun(new HdbscanClusterNodeFactory()).run(Samples.groups(ROWS));
    trees = new NodeRun(new HdbscanTreesNodeFactory()).run(clusters.out[2]);
  }

  private static int[] ints(BufferedDataTable table, String column) {
    return Arrays.stream(NodeRun.column(table, column))
        .mapToInt(c -> ((IntValue) c).getIntValue())
        .toArray();
  }

  private static double[] doubles(BufferedDataTable table, String column) {
    return Arrays.stream(NodeRun.column(table, column))
        .mapToDouble(c -> ((DoubleValue) c).getDoubleValue())
        .toArray();
  }

  @Test
  @Tag("law")
  void everyNodeOfTheCondensedTreeIsOneChildAndSizesAddUp() {
    BufferedDataTable table = trees.table(0);
    int[] parent = ints(table, "Parent");
    int[] child = ints(table, "Child");
    int[] size = ints(table, "Child size");
    double[] lambda = doubles(table, "Lambda");
    assertArrayEquals(
        IntStream.concat(IntStream.range(0, N), IntStream.range(N + 1, child.length + 1)).toArray(),
        Arrays.stream(child).sorted().toArray());
    int[] below = new int[child.length + 1];
    double[] born = new double[child.length + 1];
    for (int i = child.length - 1; i >= 0; i--) { // rows come last, children after their parents
      if (child[i] < N) {
        assertEquals(1, size[i]);
      } else {
        assertEquals(below[child[i]], size[i], "rows below cluster " + child[i]);
        born[child[i]] = lambda[i];
      }
      below[parent[i]] += size[i];
    }
    assertEquals(N, below[N]);
    assertTrue(child.length > N + 3, "three clusters, at least, split off");
    for (int i = 0; i < child.length; i++) {
      assertTrue(lambda[i] >= born[parent[i]], "nothing leaves before its parent is born");
    }
  }

  /** Four groups of 40 rows; in the last, rows lie so many times as dense. */
  private static String viewOfGroups(double dense) throws Exception {
    DataCell[][] cells = new DataCell[160][];
    for (int i = 0; i < cells.length; i++) {
      double width = i % 4 == 3 ? 1 / dense : 1;
      cells[i] =
          new DataCell[] {
            new DoubleCell(20 * (i % 4) + width * Seeds.uniform(1, i)),
            new DoubleCell(width * Seeds.uniform(2, i))
          };
    }
    DataTableSpec spec =
        new DataTableSpec(
            Samples.column("x", DoubleCell.TYPE), Samples.column("y", DoubleCell.TYPE));
    NodeRun run = new NodeRun(new HdbscanClusterNodeFactory()).run(NodeRun.table(spec, cells));
    return ((WebNodeModel<?>) run.node.getNodeModel()).viewData();
  }

  @Test
  @Tag("edge")
  void oneDenseClusterDoesNotSqueezeTheOthersOfThePicture() throws Exception {
    assertTrue(viewOfGroups(10_000).contains("Cut off below: the densest clusters reach "));
    assertFalse(viewOfGroups(2).contains("Cut off below"));
  }

  @Test
  @Tag("law")
  void mergesOfTheSingleLinkageTreeEndInTheWholeTable() {
    BufferedDataTable table = trees.table(1);
    assertEquals(N - 1, table.size());
    int[] left = ints(table, "Left");
    int[] right = ints(table, "Right");
    int[] size = ints(table, "Size");
    double[] distance = doubles(table, "Distance");
    for (int i = 0; i < left.length; i++) {
      int a = left[i] < N ? 1 : size[left[i] - N];
      int b = right[i] < N ? 1 : size[right[i] - N];
      assertEquals(a + b, size[i]);
      assertTrue(i == 0 || distance[i] >= distance[i - 1]);
    }
    assertEquals(N, size[N - 2]);
  }

  @Test
  @Tag("law")
  void nodesBelowNAreTheClusteredRowsInTheTablesOrder() {
    DataCell[] cluster = NodeRun.column(clusters.table(0), "Cluster");
    BufferedDataTable table = trees.table(0);
    int[] parent = ints(table, "Parent");
    int[] child = ints(table, "Child");
    int[] leaf = new int[N];
    for (int i = 0; i < child.length; i++) {
      if (child[i] < N) {
        leaf[child[i]] = parent[i];
      }
    }
    for (int a = 0; a < N; a++) {
      for (int b = 0; b < N; b++) {
        if (leaf[a] == leaf[b] && leaf[a] > N) { // row 5 was skipped
          assertEquals(cluster[a < 5 ? a : a + 1], cluster[b < 5 ? b : b + 1]);
        }
      }
    }
  }

  @Test
  @Tag("same")
  void aSavedModelHasTheSameTreesAndRowsCanBeLeftOut() throws Exception {
    PortObject loaded = PipelineTest.read(PipelineTest.write(clusters.out[2]));
    NodeRun brief =
        new NodeRun(new HdbscanTreesNodeFactory())
            .with(s -> s.addBoolean("rowEdges", false))
            .run(loaded);
    int kept = (int) (trees.table(0).size() - N);
    assertEquals(kept, brief.table(0).size());
    for (String column : new String[] {"Parent", "Child", "Lambda", "Child size"}) {
      assertArrayEquals(
          Arrays.copyOf(NodeRun.column(trees.table(0), column), kept),
          NodeRun.column(brief.table(0), column));
    }
    assertArrayEquals(
        NodeRun.column(trees.table(1), "Distance"), NodeRun.column(brief.table(1), "Distance"));
  }
}
