// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.nodes;

import static io.github.recluster.test.nodes.ClusteredSample.MARGIN;
import static io.github.recluster.test.nodes.ClusteredSample.ROWS;
import static io.github.recluster.test.nodes.ClusteredSample.clustered;
import static io.github.recluster.test.nodes.ClusteredSample.number;
import static io.github.recluster.test.nodes.ClusteredSample.quick;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.shap.PairSummary;
import io.github.recluster.nodes.port.OneVsRestModelPortObject;
import io.github.recluster.nodes.shap.ShapExplainNodeFactory;
import io.github.recluster.nodes.table.TableReader;
import io.github.recluster.nodes.webui.WebNodeModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.image.png.PNGImageCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.image.ImagePortObject;

/** Explain the clusters of a small table. */
class ShapExplainTest {
  private static BufferedDataTable table;
  private static OneVsRestModelPortObject model;

  @BeforeAll
  static void learn() throws Exception {
    table = clustered();
    model = (OneVsRestModelPortObject) quick().run(table).out[2];
  }

  private static NodeRun shap(NodeRun node, PortObject background) throws Exception {
    node.configure(
        model.getSpec(), table.getSpec(), background == null ? null : background.getSpec());
    node.out =
        node.node.invokeNodeModelExecute(
            NodeRun.exec(), new PortObject[] {model, table, background});
    return node;
  }

  @Test
  @Tag("law")
  void contributionsAddUpToThePrediction() throws Exception {
    NodeRun shap = shap(new NodeRun(new ShapExplainNodeFactory()), null);
    BufferedDataTable explained = shap.table(1);
    assertArrayEquals(
        ((DataTableSpec) shap.specs[1]).getColumnNames(),
        explained.getDataTableSpec().getColumnNames());
    assertEquals(3 * ROWS, explained.size());
    DataCell[] prediction = NodeRun.column(explained, "Prediction");
    DataCell[] base = NodeRun.column(explained, "Base value");
    for (int i = 0; i < prediction.length; i++) {
      double sum = number(base[i]);
      for (String feature : model.model().features()) {
        sum += number(NodeRun.column(explained, feature)[i]);
      }
      assertEquals(number(prediction[i]), sum, MARGIN);
    }
    assertEquals(9, shap.table(0).size());
    assertTrue(((WebNodeModel<?>) shap.node.getNodeModel()).viewData().contains("beeswarm"));
  }

  @Test
  @Tag("law")
  void wideExplanationsAreColumnsBesideTheTable() throws Exception {
    NodeRun wide =
        shap(
            new NodeRun(new ShapExplainNodeFactory())
                .with(
                    s -> {
                      s.addString("mode", "INTERVENTIONAL");
                      s.addString("unit", "PROBABILITY");
                      s.addString("explanations", "WIDE");
                    }),
            table);
    assertArrayEquals(
        ((DataTableSpec) wide.specs[1]).getColumnNames(),
        wide.table(1).getDataTableSpec().getColumnNames());
    assertEquals(ROWS, wide.table(1).size());
    assertFalse(NodeRun.column(wide.table(1), "SHAP age (cluster_1)")[0].isMissing());
    assertEquals("probability", NodeRun.column(wide.table(0), "Unit")[0].toString());
    assertEquals("interventional", NodeRun.column(wide.table(0), "Mode")[0].toString());
  }

  /** A row whose cluster is missing lies neither inside nor outside; noise lies outside. */
  @Test
  @Tag("law")
  void rowsOfUnknownClusterAreOnNeitherSide() throws Exception {
    NodeRun wide =
        shap(
            new NodeRun(new ShapExplainNodeFactory())
                .with(s -> s.addString("explanations", "WIDE")),
            null);
    DataCell[] clusters = NodeRun.column(table, "Cluster");
    DataCell[] shap = NodeRun.column(wide.table(1), "SHAP age (cluster_1)");
    double outside = 0;
    int count = 0;
    for (int i = 0; i < ROWS; i++) {
      if (!clusters[i].isMissing() && !clusters[i].toString().equals("cluster_1")) {
        outside += number(shap[i]);
        count++;
      }
    }
    DataCell[] cluster = NodeRun.column(wide.table(0), "Cluster");
    DataCell[] feature = NodeRun.column(wide.table(0), "Feature");
    DataCell[] means = NodeRun.column(wide.table(0), "Mean SHAP outside");
    int found = 0;
    for (int i = 0; i < means.length; i++) {
      if (cluster[i].toString().equals("cluster_1") && feature[i].toString().equals("age")) {
        assertEquals(outside / count, number(means[i]), 1e-12);
        found++;
      }
    }
    assertEquals(1, found);
  }

  private static NodeRun pairs() throws Exception {
    return new NodeRun(new ShapExplainNodeFactory())
        .with(s -> s.addString("explanations", "PAIRS"));
  }

  @Test
  @Tag("law")
  void pairsOfFeaturesAreToldInsteadOfRows() throws Exception {
    NodeRun shap = shap(pairs(), null);
    BufferedDataTable table = shap.table(1);
    assertArrayEquals(
        ((DataTableSpec) shap.specs[1]).getColumnNames(),
        table.getDataTableSpec().getColumnNames());
    PairSummary wanted = new PairSummary(model.model().ensembles());
    wanted.add(rows(), Parallel.SERIAL);
    List<String> features = model.model().features();
    DataCell[] mean = NodeRun.column(table, "Mean |SHAP| together");
    int i = 0;
    for (DataRow row : table) {
      int k = model.model().labels().indexOf(row.getCell(0).toString());
      int a = features.indexOf(row.getCell(1).toString());
      int b = features.indexOf(row.getCell(2).toString());
      assertEquals(wanted.meanAbsolute(k, a, b), number(mean[i++]));
    }
    assertTrue(i > 9, "more than each feature alone: " + i);
    String view = ((WebNodeModel<?>) shap.node.getNodeModel()).viewData();
    assertTrue(view.contains("Which features act together") && view.contains("age × "), view);
    assertTrue(view.contains("add up to the prediction in every row (to within "), view);
    InvalidSettingsException refused =
        assertThrows(
            InvalidSettingsException.class,
            () -> pairs().with(s -> s.addString("mode", "INTERVENTIONAL")));
    assertTrue(refused.getMessage().contains("pairs of features"), refused.getMessage());
  }

  private static Matrix rows() throws Exception {
    return model
        .model()
        .encode(
            TableReader.features(model.model().features()).read(table, NodeRun.exec()).features());
  }

  @Test
  @Tag("law")
  void aTopRowIsThatInWhichAFeatureSpeaksLoudest() throws Exception {
    NodeRun shap = shap(new NodeRun(new ShapExplainNodeFactory()), null);
    DataCell[] top = NodeRun.column(shap.table(0), "Top row");
    DataCell[] cluster = NodeRun.column(shap.table(0), "Cluster");
    DataCell[] feature = NodeRun.column(shap.table(0), "Feature");
    DataCell[] keys = NodeRun.column(shap.table(1), "RowID");
    DataCell[] of = NodeRun.column(shap.table(1), "Cluster");
    for (int t = 0; t < top.length; t++) {
      DataCell[] said = NodeRun.column(shap.table(1), feature[t].toString());
      double most = 0;
      double own = 0;
      for (int i = 0; i < said.length; i++) {
        if (of[i].equals(cluster[t])) {
          most = Math.max(most, number(said[i]));
          own = keys[i].equals(top[t]) ? number(said[i]) : own;
        }
      }
      assertEquals(most, own);
      assertEquals(most == 0, top[t].isMissing());
    }
  }

  @Test
  @Tag("law")
  void theImageShowsWhatIsChosenAndTheViewAll() throws Exception {
    NodeRun bars = shap(new NodeRun(new ShapExplainNodeFactory()), null);
    Set<String> pictures = new HashSet<>();
    for (String picture :
        List.of("BARS", "WORDS", "BEESWARM", "WATERFALL", "DEPENDENCE", "HEATMAP")) {
      NodeRun node =
          shap(
              new NodeRun(new ShapExplainNodeFactory())
                  .with(
                      s -> {
                        s.addString("picture", picture);
                        s.addString("pictureCluster", "cluster_1");
                        s.addString("pictureRow", "Row13");
                        s.addString("pictureFeature", "insured");
                      }),
              null);
      assertEquals("", node.warning);
      pictures.add(Arrays.toString(png(node)));
      if (picture.equals("BARS")) {
        assertArrayEquals(png(bars), png(node));
      }
    }
    assertEquals(6, pictures.size());
    String view = ((WebNodeModel<?>) bars.node.getNodeModel()).viewData();
    for (String look : List.of("beeswarm", "waterfall", "dependence")) {
      assertTrue(view.contains("\"look\":\"" + look + "\""), look);
    }
    assertTrue(view.contains("\"kind\":\"heatmap\""));
    assertTrue(view.contains("[\"cluster_2\",\"insured\",\"true\",1,0"), view);
    assertTrue(view.contains("[\"cluster_1\",\"all together\",\"\",1,0.0"), view);
    assertTrue(view.contains("\"Row13\""));
  }

  @Test
  @Tag("law")
  void wordsSayWhichValuesMarkACluster() throws Exception {
    NodeRun shap =
        shap(
            new NodeRun(new ShapExplainNodeFactory())
                .with(s -> s.addString("explanations", "WORDS")),
            null);
    BufferedDataTable words = shap.table(1);
    assertArrayEquals(
        ((DataTableSpec) shap.specs[1]).getColumnNames(),
        words.getDataTableSpec().getColumnNames());
    DataCell[] cluster = NodeRun.column(words, "Cluster");
    DataCell[] feature = NodeRun.column(words, "Feature");
    DataCell[] values = NodeRun.column(words, "Values");
    DataCell[] inside = NodeRun.column(words, "Share inside");
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < cluster.length; i++) {
      lines.add(cluster[i] + ": " + feature[i] + " " + values[i]);
      assertEquals(1, number(inside[i]), 0.2, lines.get(i));
    }
    assertTrue(lines.contains("cluster_2: insured true"), lines.toString());
    assertTrue(lines.contains("cluster_1: all together "), lines.toString());
    assertTrue(lines.stream().anyMatch(l -> l.startsWith("cluster_0: age below ")));
  }

  private static byte[] png(NodeRun node) {
    ImagePortObject image = (ImagePortObject) node.out[2];
    return ((PNGImageCell) image.toDataCell()).getImageContent().getByteArray();
  }

  @Test
  @Tag("edge")
  void aPictureThatCannotBeDrawnIsSaid() throws Exception {
    NodeRun row =
        shap(
            new NodeRun(new ShapExplainNodeFactory())
                .with(
                    s -> {
                      s.addString("picture", "WATERFALL");
                      s.addString("pictureRow", "no such row");
                    }),
            null);
    assertTrue(row.warning.contains("no such row"), row.warning);
    NodeRun feature =
        shap(
            new NodeRun(new ShapExplainNodeFactory())
                .with(
                    s -> {
                      s.addString("picture", "DEPENDENCE");
                      s.addString("pictureFeature", "no such feature");
                    }),
            null);
    assertTrue(feature.warning.contains("no such feature"), feature.warning);
    NodeRun cluster =
        new NodeRun(new ShapExplainNodeFactory())
            .with(s -> s.addString("pictureCluster", "no such cluster"));
    assertTrue(
        assertThrows(KNIMEException.class, () -> shap(cluster, null))
            .getMessage()
            .contains("no such cluster"));
  }

  /** More rows than are held at a time. */
  private static BufferedDataTable longTable(int rows) {
    BufferedDataContainer container = NodeRun.exec().createDataContainer(table.getSpec());
    List<DataRow> pattern = new ArrayList<>();
    table.forEach(pattern::add);
    for (int i = 0; i < rows; i++) {
      DataRow like = pattern.get(i % pattern.size());
      DataCell[] cells = like.stream().toArray(DataCell[]::new);
      container.addRowToTable(new DefaultRow("Row" + i, cells));
    }
    container.close();
    return container.getTable();
  }

  @Test
  @Tag("same")
  void partsOfALongTableAreExplainedAsItsRowsAre() throws Exception {
    int rows = 110 * ROWS; // 17,600; at most 16,384 are held at a time
    PortObject[] in = {model, longTable(rows), null};
    for (String form : List.of("LONG", "WIDE")) {
      NodeRun once =
          shap(
              new NodeRun(new ShapExplainNodeFactory())
                  .with(s -> s.addString("explanations", form)),
              null);
      NodeRun many =
          new NodeRun(new ShapExplainNodeFactory()).with(s -> s.addString("explanations", form));
      many.configure(model.getSpec(), table.getSpec(), null);
      many.out = many.node.invokeNodeModelExecute(NodeRun.exec(), in);
      List<DataRow> wanted = new ArrayList<>();
      once.table(1).forEach(wanted::add);
      long i = 0;
      for (DataRow row : many.table(1)) {
        DataRow like = wanted.get((int) (i % wanted.size()));
        for (int c = 1; c < row.getNumCells(); c++) {
          assertEquals(like.getCell(c), row.getCell(c));
        }
        i++;
      }
      assertEquals(110L * wanted.size(), i);
      DataCell[] means = NodeRun.column(once.table(0), "Mean |SHAP| inside");
      DataCell[] longMeans = NodeRun.column(many.table(0), "Mean |SHAP| inside");
      for (int k = 0; k < means.length; k++) {
        assertEquals(number(means[k]), number(longMeans[k]), 1e-9);
      }
    }
  }

  @Test
  @Tag("edge")
  void cancelIsHeardWithinASecond() throws Exception {
    BufferedDataTable rows = longTable(60_000);
    DefaultNodeProgressMonitor monitor = new DefaultNodeProgressMonitor();
    long[] canceled = new long[1];
    Thread canceler =
        new Thread(
            () -> {
              while (monitor.getProgress() == null || monitor.getProgress() < 0.02) {
                Thread.onSpinWait();
              }
              canceled[0] = System.nanoTime();
              monitor.setExecuteCanceled();
            });
    canceler.start();
    NodeRun node =
        new NodeRun(new ShapExplainNodeFactory())
            .with(
                s -> {
                  s.addString("mode", "INTERVENTIONAL");
                  s.addString("unit", "PROBABILITY");
                });
    assertThrows(
        CanceledExecutionException.class,
        () ->
            node.node.invokeNodeModelExecute(
                new ExecutionContext(monitor, null), new PortObject[] {model, rows, null}));
    assertTrue(System.nanoTime() - canceled[0] < 1_000_000_000L, "canceled too late");
  }
}
