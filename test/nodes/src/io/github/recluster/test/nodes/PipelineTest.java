// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.nodes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.nodes.hdbscan.HdbscanApplyNodeFactory;
import io.github.recluster.nodes.hdbscan.HdbscanClusterNodeFactory;
import io.github.recluster.nodes.hdbscan.HdbscanView;
import io.github.recluster.nodes.port.HdbscanModelPortObject;
import io.github.recluster.nodes.port.UmapModelPortObject;
import io.github.recluster.nodes.scale.ScaleApplyNodeFactory;
import io.github.recluster.nodes.scale.ScaleNodeFactory;
import io.github.recluster.nodes.table.FeatureColumns;
import io.github.recluster.nodes.umap.UmapApplyNodeFactory;
import io.github.recluster.nodes.umap.UmapEmbedNodeFactory;
import io.github.recluster.nodes.webui.WebNodeModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortUtil;

/** Scale, embed and cluster one table, one node after the other, without a column filter. */
class PipelineTest {
  private static final int ROWS = 150;
  private static NodeRun scale;
  private static NodeRun umap;
  private static NodeRun hdbscan;

  @BeforeAll
  static void run() throws Exception {
    scale = new NodeRun(new ScaleNodeFactory()).run(Samples.groups(ROWS));
    umap = new NodeRun(new UmapEmbedNodeFactory()).run(scale.out[0]);
    hdbscan = new NodeRun(new HdbscanClusterNodeFactory()).run(umap.out[0]);
  }

  @Test
  @Tag("law")
  void columnsAreAddedBehindTheTablesOwn() {
    assertArrayEquals(
        new String[] {
          "age",
          "visits",
          "insured",
          "name",
          "age (scaled)",
          "visits (scaled)",
          "insured (encoded)",
          "UMAP dimension 1",
          "UMAP dimension 2",
          "Cluster",
          "Cluster probability",
          "Outlier score"
        },
        hdbscan.table(0).getDataTableSpec().getColumnNames());
  }

  @Test
  @Tag("law")
  void settingsAreComparedWhereTheUserAsksForIt() throws Exception {
    assertFalse(view(umap).contains("\"kind\":\"maps\""), "it costs, so it is not done unasked");
    NodeRun comparing =
        new NodeRun(new UmapEmbedNodeFactory())
            .with(settings -> settings.addBoolean("compareSettings", true))
            .run(scale.out[0]);
    assertTrue(view(comparing).contains("\"kind\":\"maps\""), view(comparing));
    assertEquals(16, view(comparing).split("neighbors kept [0-9]").length - 1);
    assertArrayEquals(
        NodeRun.column(umap.table(0), "UMAP dimension 1"),
        NodeRun.column(comparing.table(0), "UMAP dimension 1"));
  }

  private static String view(NodeRun run) {
    return ((WebNodeModel<?>) run.node.getNodeModel()).viewData();
  }

  @Test
  @Tag("law")
  void theThreeGroupsAreTheClusters() {
    DataCell[] clusters = NodeRun.column(hdbscan.table(0), "Cluster");
    for (int i = 0; i < ROWS; i++) {
      if (i == 5) {
        assertTrue(clusters[i].isMissing(), "a row with a missing value has no cluster");
      } else {
        assertEquals(clusters[i % 3], clusters[i]);
      }
    }
    assertNotEquals(clusters[0], clusters[1]);
    assertNotEquals(clusters[0], clusters[2]);
    assertEquals(3, hdbscan.table(1).size());
    assertEquals(
        List.of("cluster_0", "cluster_1", "cluster_2", "Noise"),
        hdbscan
            .table(0)
            .getDataTableSpec()
            .getColumnSpec("Cluster")
            .getDomain()
            .getValues()
            .stream()
            .map(c -> ((StringCell) c).getStringValue())
            .toList());
  }

  @Test
  @Tag("law")
  void whatTheNodesMadeIsNoFeatureOfAClassifier() {
    assertEquals(
        List.of("age", "visits", "insured"),
        FeatureColumns.FOR_CLASSIFYING.automaticIn(hdbscan.table(0).getDataTableSpec()));
  }

  @Test
  @Tag("law")
  void skippedRowsAreCounted() {
    assertTrue(
        umap.warning.contains("1 of 150 rows was skipped")
            && umap.warning.contains("row \"Row5\", column \"age (scaled)\""),
        umap.warning);
  }

  @Test
  @Tag("same")
  void appliedToItsOwnTableAModelSaysWhatItSaid() throws Exception {
    NodeRun scaled =
        new NodeRun(new ScaleApplyNodeFactory()).run(scale.out[1], Samples.groups(ROWS));
    assertArrayEquals(
        NodeRun.column(scale.table(0), "visits (scaled)"),
        NodeRun.column(scaled.table(0), "visits (scaled)"));
    NodeRun placed = new NodeRun(new UmapApplyNodeFactory()).run(umap.out[1], scaled.out[0]);
    NodeRun assigned =
        new NodeRun(new HdbscanApplyNodeFactory()).run(hdbscan.out[2], placed.out[0]);
    DataCell[] learned = NodeRun.column(hdbscan.table(0), "Cluster");
    DataCell[] applied = NodeRun.column(assigned.table(0), "Cluster");
    int equal = 0;
    for (int i = 0; i < ROWS; i++) {
      equal += learned[i].equals(applied[i]) ? 1 : 0;
    }
    assertTrue(equal >= ROWS * 95 / 100, equal + " of " + ROWS);
    assertTrue(applied[5].isMissing());
  }

  @Test
  @Tag("same")
  void aModelIsTheSameAfterSavingAndLoading() throws Exception {
    for (PortObject model : List.of(scale.out[1], umap.out[1], hdbscan.out[2])) {
      PortObject loaded = read(write(model));
      assertEquals(model.getSpec(), loaded.getSpec());
      assertEquals(model.getSummary(), loaded.getSummary());
    }
    assertArrayEquals(modelBytes(umap.out[1]), modelBytes(read(write(umap.out[1]))));
    BufferedDataTable table = scale.table(0);
    assertArrayEquals(
        NodeRun.column(
            new NodeRun(new UmapApplyNodeFactory()).run(umap.out[1], table).table(0),
            "UMAP dimension 1"),
        NodeRun.column(
            new NodeRun(new UmapApplyNodeFactory()).run(read(write(umap.out[1])), table).table(0),
            "UMAP dimension 1"));
  }

  @Test
  @Tag("law")
  void theViewSuggestsSizesAndSaysWhatTheClustersRestOn() throws Exception {
    String view = ((WebNodeModel<?>) hdbscan.node.getNodeModel()).viewData();
    assertTrue(view.contains("Minimum cluster sizes around which little changes: "), view);
    assertTrue(view.contains("(3 clusters, as with all sizes from "), view);
    assertTrue(view.contains("\"Tree of clusters\"") && view.contains("\"Sizes\""), view);
    assertTrue(
        view.contains("rest on one embedding, and therefore on its seed 7: Cluster Stab"), view);
    String port = HdbscanView.ofPort((HdbscanModelPortObject) read(write(hdbscan.out[2])));
    assertTrue(port.contains("its seed 7: Cluster Stability"), port);
    String classified = view(ClusteredSample.quick().run(hdbscan.out[0]));
    assertTrue(classified.contains("and therefore on its seed 7: Cluster Stability"), classified);
    NodeRun raw = new NodeRun(new HdbscanClusterNodeFactory()).run(Samples.groups(ROWS));
    String plain = ((WebNodeModel<?>) raw.node.getNodeModel()).viewData();
    assertTrue(
        plain.contains("around which little changes") && !plain.contains("Cluster Stability"),
        plain);
  }

  @Test
  @Tag("same")
  void theViewIsThereAfterSavingAndLoading(@TempDir Path folder) throws Exception {
    WebNodeModel<?> before = (WebNodeModel<?>) hdbscan.node.getNodeModel();
    assertTrue(before.viewData().contains("cluster_2"), before.viewData());
    hdbscan.node.saveInternals(folder.toFile(), new ExecutionMonitor());
    NodeRun again = new NodeRun(new HdbscanClusterNodeFactory());
    WebNodeModel<?> after = (WebNodeModel<?>) again.node.getNodeModel();
    assertEquals("null", after.viewData());
    again.node.loadInternals(folder.toFile(), new ExecutionMonitor());
    assertEquals(before.viewData(), after.viewData());
  }

  /** The model itself, without the archive's clock. */
  static byte[] modelBytes(PortObject port) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ((UmapModelPortObject) port).model().write(out);
    return out.toByteArray();
  }

  static byte[] write(PortObject object) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PortUtil.writeObjectToStream(object, out, new ExecutionMonitor());
    return out.toByteArray();
  }

  static PortObject read(byte[] bytes) throws Exception {
    return PortUtil.readObjectFromStream(new ByteArrayInputStream(bytes), new ExecutionMonitor());
  }
}
