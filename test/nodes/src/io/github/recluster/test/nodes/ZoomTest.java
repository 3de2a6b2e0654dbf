// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.nodes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.compute.Seeds;
import io.github.recluster.nodes.hdbscan.HdbscanApplyNodeFactory;
import io.github.recluster.nodes.hdbscan.HdbscanClusterNodeFactory;
import io.github.recluster.nodes.ovr.OneVsRestLearnerNodeFactory;
import io.github.recluster.nodes.ovr.OneVsRestPredictorNodeFactory;
import io.github.recluster.nodes.port.HdbscanModelPortObject;
import io.github.recluster.nodes.port.ModelPortObjectSpec;
import io.github.recluster.nodes.port.OneVsRestModelPortObject;
import io.github.recluster.nodes.scale.ScaleApplyNodeFactory;
import io.github.recluster.nodes.scale.ScaleNodeFactory;
import io.github.recluster.nodes.shap.ShapExplainNodeFactory;
import io.github.recluster.nodes.stability.ClusterStabilityNodeFactory;
import io.github.recluster.nodes.umap.UmapApplyNodeFactory;
import io.github.recluster.nodes.umap.UmapEmbedNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.port.PortObject;

/**
 * Zooming in: the rows of one cluster go through the same nodes again, all nodes as they are put
 * down. Each node reads what was made last; nothing of the first time is mixed in or lost.
 */
class ZoomTest {
  private static final int ROWS = 360;
  private static final List<String> RAW = List.of("across", "inside", "other");

  private static NodeRun scale;
  private static NodeRun umap;
  private static NodeRun hdbscan;
  private static BufferedDataTable inside;
  private static NodeRun scaleAgain;
  private static NodeRun umapAgain;
  private static NodeRun hdbscanAgain;
  private static NodeRun learner;

  /** One cloud far off, and two that are near each other. */
  private static BufferedDataTable clouds() {
    DataCell[][] cells = new DataCell[ROWS][];
    for (int i = 0; i < ROWS; i++) {
      int cloud = i % 3;
      cells[i] =
          new DataCell[] {
            new DoubleCell((cloud == 0 ? 100 : 0) + Seeds.uniform(1, i)),
            new DoubleCell((cloud == 2 ? 3 : 0) + Seeds.uniform(2, i)),
            new DoubleCell(Seeds.uniform(3, i)),
          };
    }
    return NodeRun.table(
        new DataTableSpec(
            RAW.stream()
                .map(n -> Samples.column(n, DoubleCell.TYPE))
                .toArray(DataColumnSpec[]::new)),
        cells);
  }

  @BeforeAll
  static void run() throws Exception {
    scale = run(new ScaleNodeFactory(), clouds());
    umap = run(new UmapEmbedNodeFactory(), scale.out[0]);
    hdbscan = run(new HdbscanClusterNodeFactory(), umap.out[0]);
    inside = filter(hdbscan.table(0), row -> !isFirstCloud(row));
    scaleAgain = run(new ScaleNodeFactory(), inside);
    umapAgain = run(new UmapEmbedNodeFactory(), scaleAgain.out[0]);
    hdbscanAgain = run(new HdbscanClusterNodeFactory(), umapAgain.out[0]);
    learner = ClusteredSample.quick().run(hdbscanAgain.out[0]);
    assertSpecsHold(new OneVsRestLearnerNodeFactory(), learner);
  }

  private static boolean isFirstCloud(DataRow row) {
    return ((DoubleCell) row.getCell(0)).getDoubleValue() > 50;
  }

  private static NodeRun run(NodeFactory<?> factory, PortObject... in) throws Exception {
    NodeRun run = new NodeRun(factory).run(in);
    assertSpecsHold(factory, run);
    return run;
  }

  /** What was announced came out: names, types, roles and generations. */
  private static void assertSpecsHold(NodeFactory<?> factory, NodeRun run) {
    for (int port = 0; port < run.out.length; port++) {
      if (run.out[port] instanceof BufferedDataTable && run.specs[port] != null) {
        assertEquals(
            properties((DataTableSpec) run.specs[port]),
            properties(run.table(port).getDataTableSpec()),
            factory.getClass().getSimpleName());
      }
      if (run.specs[port] instanceof ModelPortObjectSpec spec) {
        assertEquals(
            spec.featureNames(), ((ModelPortObjectSpec) run.out[port].getSpec()).featureNames());
      }
    }
  }

  private static List<String> properties(DataTableSpec table) {
    return table.stream()
        .map(
            c ->
                c
                    + c.getProperties().getProperty("recluster.role", "")
                    + c.getProperties().getProperty("recluster.generation", ""))
        .toList();
  }

  private static BufferedDataTable filter(BufferedDataTable table, Predicate<DataRow> wanted) {
    BufferedDataContainer container = NodeRun.exec().createDataContainer(table.getDataTableSpec());
    for (DataRow row : table) {
      if (wanted.test(row)) {
        container.addRowToTable(row);
      }
    }
    container.close();
    return container.getTable();
  }

  private static List<String> again(String... names) {
    return IntStream.range(0, names.length).mapToObj(i -> names[i] + " (#1)").toList();
  }

  private static List<String> features(NodeRun run, int port) {
    return ((ModelPortObjectSpec) run.out[port].getSpec()).featureNames();
  }

  @Test
  @Tag("law")
  void eachNodeReadsWhatWasMadeLast() {
    assertEquals(RAW, features(scaleAgain, 1), "scaling begins at the raw columns again");
    assertEquals(
        again("across (scaled)", "inside (scaled)", "other (scaled)"), features(umapAgain, 1));
    assertEquals(again("UMAP dimension 1", "UMAP dimension 2"), features(hdbscanAgain, 2));
    OneVsRestModelPortObject model = (OneVsRestModelPortObject) learner.out[2];
    assertEquals(RAW, model.getSpec().featureNames());
    assertEquals("Cluster (#1)", model.getSpec().clusterColumn());
    assertEquals(List.of("cluster_0", "cluster_1"), model.model().labels());
  }

  @Test
  @Tag("law")
  void nothingOfTheFirstTimeIsLost() {
    for (String name : inside.getDataTableSpec().getColumnNames()) {
      assertArrayEquals(
          NodeRun.column(inside, name), NodeRun.column(hdbscanAgain.table(0), name), name);
    }
    int one = inside.getDataTableSpec().getNumColumns() - RAW.size();
    assertEquals(RAW.size() + 2 * one, hdbscanAgain.table(0).getDataTableSpec().getNumColumns());
  }

  @Test
  @Tag("law")
  void whatWasLeftOutIsSaid() {
    assertEquals("", umap.warning + hdbscan.warning + scaleAgain.warning);
    assertEquals(
        "Read \"across (scaled) (#1)\", \"inside (scaled) (#1)\", \"other (scaled) (#1)\", made"
            + " last; left out what was made before: \"across (scaled)\", \"inside (scaled)\","
            + " \"other (scaled)\". Choose the columns in the dialog if you want others.",
        umapAgain.warning);
    assertTrue(hdbscanAgain.warning.contains("before: \"UMAP dimension 1\""), hdbscanAgain.warning);
    assertFalse(hdbscanAgain.warning.contains("scaled"), hdbscanAgain.warning);
  }

  @Test
  @Tag("law")
  void theSecondClustersAreInsideTheFirst() {
    DataCell[] first = NodeRun.column(hdbscanAgain.table(0), "Cluster");
    DataCell[] second = NodeRun.column(hdbscanAgain.table(0), "Cluster (#1)");
    int parted = 0;
    for (int i = 0; i + 1 < second.length; i += 2) {
      parted += second[i].equals(second[i + 1]) ? 0 : 1;
    }
    assertTrue(parted > second.length * 45 / 100, parted + " of " + second.length / 2 + " pairs");
    assertEquals(second.length, first.length);
    assertEquals(2, ((HdbscanModelPortObject) hdbscanAgain.out[2]).model().clusters().size());
  }

  @Test
  @Tag("law")
  void explainingAndPredictingTakeTheSecondClusters() throws Exception {
    NodeRun shap = run(new ShapExplainNodeFactory(), learner.out[2], hdbscanAgain.out[0], null);
    assertEquals(2L * RAW.size(), shap.table(0).size());
    NodeRun predicted =
        run(new OneVsRestPredictorNodeFactory(), learner.out[2], hdbscanAgain.out[0]);
    DataCell[] clusters = NodeRun.column(hdbscanAgain.table(0), "Cluster (#1)");
    DataCell[] predictions = NodeRun.column(predicted.table(0), "Prediction (Cluster (#1))");
    assertNearlyAllEqual(clusters, predictions);
    NodeRun more = run(new OneVsRestLearnerNodeFactory(), predicted.out[0]);
    assertEquals(RAW, features(more, 2), "predictions are no features either");
  }

  @Test
  @Tag("law")
  void stabilityReadsTheLastScaleAndJudgesTheLastClusters() throws Exception {
    NodeRun stability =
        new NodeRun(new ClusterStabilityNodeFactory())
            .with(
                s -> {
                  s.addInt("seeds", 2);
                  s.addInt("subsamples", 0);
                  s.addInt("sweep", 0);
                  s.addString("judged", "COLUMN");
                })
            .run(hdbscanAgain.out[0]);
    assertSpecsHold(new ClusterStabilityNodeFactory(), stability);
    assertEquals(2, stability.table(1).size(), "two clusters inside, one before");
    assertTrue(stability.warning.contains("before: \"across (scaled)\""), stability.warning);
    NodeRun taught = ClusteredSample.quick().run(stability.out[0]);
    assertEquals(
        "Cluster (#2)", ((OneVsRestModelPortObject) taught.out[2]).getSpec().clusterColumn());
    assertEquals(RAW, features(taught, 2));
  }

  @Test
  @Tag("same")
  void newRowsGoThroughBothTimes() throws Exception {
    NodeRun once = run(new ScaleApplyNodeFactory(), scale.out[1], clouds());
    once = run(new UmapApplyNodeFactory(), umap.out[1], once.out[0]);
    once = run(new HdbscanApplyNodeFactory(), hdbscan.out[2], once.out[0]);
    BufferedDataTable kept = filter(once.table(0), row -> !isFirstCloud(row));
    NodeRun twice = run(new ScaleApplyNodeFactory(), scaleAgain.out[1], kept);
    twice = run(new UmapApplyNodeFactory(), umapAgain.out[1], twice.out[0]);
    twice = run(new HdbscanApplyNodeFactory(), hdbscanAgain.out[2], twice.out[0]);
    assertArrayEquals(
        NodeRun.column(hdbscanAgain.table(0), "inside (scaled) (#1)"),
        NodeRun.column(twice.table(0), "inside (scaled) (#1)"));
    DataCell[] learned = NodeRun.column(hdbscanAgain.table(0), "Cluster (#1)");
    DataCell[] applied = NodeRun.column(twice.table(0), "Cluster (#1)");
    assertNearlyAllEqual(learned, applied);
  }

  private static void assertNearlyAllEqual(DataCell[] expected, DataCell[] actual) {
    long equal =
        IntStream.range(0, expected.length).filter(i -> expected[i].equals(actual[i])).count();
    assertTrue(equal > expected.length * 9 / 10, equal + " of " + expected.length);
  }

  @Test
  @Tag("law")
  void aMapOfAMapLeavesTheFirstOneAsItIs() throws Exception {
    List<String> chosen = new ArrayList<>(List.of("UMAP dimension 1", "across"));
    NodeRun over =
        new NodeRun(new UmapEmbedNodeFactory())
            .with(
                s -> {
                  s.addString("columnMode", "CHOSEN");
                  Settings.choose(s, "columns", chosen.toArray(String[]::new));
                })
            .run(umap.out[0]);
    assertSpecsHold(new UmapEmbedNodeFactory(), over);
    assertArrayEquals(
        NodeRun.column(umap.table(0), "UMAP dimension 1"),
        NodeRun.column(over.table(0), "UMAP dimension 1"));
    assertNotEquals(-1, over.table(0).getDataTableSpec().findColumnIndex("UMAP dimension 2 (#1)"));
    NodeRun clustered = run(new HdbscanClusterNodeFactory(), over.out[0]);
    assertEquals(again("UMAP dimension 1", "UMAP dimension 2"), features(clustered, 2));
  }
}
