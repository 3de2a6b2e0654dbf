// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.nodes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Seeds;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.nodes.ovr.ModelFiles;
import io.github.recluster.nodes.ovr.OneVsRestLearnerNodeFactory;
import io.github.recluster.nodes.ovr.OneVsRestPredictorNodeFactory;
import io.github.recluster.nodes.ovr.OneVsRestView;
import io.github.recluster.nodes.ovr.OneVsRestWriterNodeFactory;
import io.github.recluster.nodes.port.OneVsRestModelPortObject;
import io.github.recluster.nodes.shap.ShapExplainNodeFactory;
import io.github.recluster.nodes.webui.WebNodeModel;
import io.github.recluster.xgboost.XgboostJson;
import io.github.recluster.xgboost.XgboostModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortUtil;

/** Learn each cluster, predict, explain and export, on a small table. */
class OneVsRestTest {
  private static final int ROWS = 160;

  /** Sums of float32 margins, told again in double. */
  private static final double MARGIN = 1e-5;

  private static BufferedDataTable table;
  private static NodeRun learner;
  private static OneVsRestModelPortObject model;

  /** Three clusters by turns, a column of each role by its name alone; some noise, some unknown. */
  private static BufferedDataTable clustered() {
    DataTableSpec spec =
        new DataTableSpec(
            Samples.column("age", DoubleCell.TYPE),
            Samples.column("insured", BooleanCell.TYPE),
            Samples.column("age (scaled)", DoubleCell.TYPE),
            Samples.column("UMAP dimension 1", DoubleCell.TYPE),
            Samples.column("Cluster", StringCell.TYPE),
            Samples.column("Cluster probability", DoubleCell.TYPE),
            Samples.column("Outlier score", DoubleCell.TYPE),
            Samples.column("id", IntCell.TYPE));
    DataCell[][] cells = new DataCell[ROWS][];
    for (int i = 0; i < ROWS; i++) {
      int group = i % 3;
      double age = 20 + 25 * group + 30 * Seeds.uniform(1, i);
      DataCell cluster =
          i == 7 || i == 8
              ? DataType.getMissingCell()
              : new StringCell(i == 0 || i == 4 ? "Noise" : i == 5 ? "tiny" : "cluster_" + group);
      cells[i] =
          new DataCell[] {
            i == 11 ? DataType.getMissingCell() : new DoubleCell(age),
            group == 2 ? BooleanCell.TRUE : BooleanCell.FALSE,
            new DoubleCell(age / 100),
            new DoubleCell(group),
            cluster,
            new DoubleCell(1),
            new DoubleCell(0),
            new IntCell(i)
          };
    }
    return NodeRun.table(spec, cells);
  }

  @BeforeAll
  static void learn() throws Exception {
    table = clustered();
    learner = quick().run(table);
    model = (OneVsRestModelPortObject) learner.out[2];
  }

  private static NodeRun quick() throws Exception {
    return new NodeRun(new OneVsRestLearnerNodeFactory())
        .with(
            s -> {
              s.addInt("rounds", 8);
              s.addInt("folds", 2);
              s.addInt("permutations", 1);
            });
  }

  private static NodeRun shap(NodeRun node, PortObject background) throws Exception {
    node.configure(
        model.getSpec(), table.getSpec(), background == null ? null : background.getSpec());
    node.out =
        node.node.invokeNodeModelExecute(
            NodeRun.exec(), new PortObject[] {model, table, background});
    return node;
  }

  private static double number(DataCell cell) {
    return ((DoubleValue) cell).getDoubleValue();
  }

  /** The model alone: the port's archive around it holds the time of writing. */
  private static byte[] bytesOf(OneVsRestModelPortObject port) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    port.model().write(out);
    return out.toByteArray();
  }

  @Test
  @Tag("law")
  void whatTheNodesMadeIsNotLearnedFrom() {
    assertEquals(List.of("age", "insured", "id"), model.model().features());
    assertEquals("Cluster", model.getSpec().clusterColumn());
  }

  @Test
  @Tag("law")
  void clustersOfManyRowsAreLearnedAndTheOthersNamed() {
    assertEquals(List.of("cluster_0", "cluster_1", "cluster_2"), model.model().labels());
    assertTrue(learner.warning.contains("No classifier for tiny of 1 rows"), learner.warning);
    assertTrue(
        learner.warning.contains("2 rows were skipped because \"Cluster\""), learner.warning);
    assertTrue(learner.warning.contains("\"id\" looks like an identifier"), learner.warning);
  }

  @Test
  @Tag("law")
  void aReportHasARowForEachClusterAndSplitAndTheirMean() {
    BufferedDataTable report = learner.table(0);
    assertArrayEquals(
        new String[] {
          "Cluster",
          "Split",
          "Precision",
          "Recall",
          "F1",
          "Support",
          "Rest precision",
          "Rest recall",
          "Rest F1",
          "Rest support",
          "Accuracy",
          "ROC AUC",
          "Average precision",
          "Warning"
        },
        report.getDataTableSpec().getColumnNames());
    assertEquals(2 * (3 + 1), report.size());
    DataCell[] clusters = NodeRun.column(report, "Cluster");
    assertEquals("macro", clusters[3].toString());
    double support = number(NodeRun.column(report, "Support")[4]);
    double rest = number(NodeRun.column(report, "Rest support")[4]);
    assertEquals(ROWS - 2, support + rest, "out of fold, every row with a cluster is judged");
    assertEquals(3 * 3, learner.table(1).size());
  }

  @Test
  @Tag("law")
  void aPredictionIsTheLikeliestClusterAndItsLead() throws Exception {
    NodeRun predictor = new NodeRun(new OneVsRestPredictorNodeFactory()).run(model, table);
    assertEquals(predictor.specs[0], predictor.table(0).getDataTableSpec());
    DataCell[] said = NodeRun.column(predictor.table(0), "Prediction (Cluster)");
    DataCell[] lead = NodeRun.column(predictor.table(0), "Prediction lead");
    int right = 0;
    for (int i = 0; i < ROWS; i++) {
      double[] p = new double[3];
      for (int k = 0; k < 3; k++) {
        p[k] = number(NodeRun.column(predictor.table(0), "P (Cluster=cluster_" + k + ")")[i]);
      }
      int best = p[0] >= p[1] && p[0] >= p[2] ? 0 : p[1] >= p[2] ? 1 : 2;
      assertEquals(p[best] < 0.5 ? "None of these" : "cluster_" + best, said[i].toString());
      right += said[i].toString().equals("cluster_" + i % 3) ? 1 : 0;
      Arrays.sort(p);
      assertEquals(p[2] - p[1], number(lead[i]), 0);
    }
    assertTrue(right > ROWS * 8 / 10, right + " of " + ROWS);
  }

  @Test
  @Tag("edge")
  void beforeTheLearnerRanThePredictorKnowsNoColumns() throws Exception {
    NodeRun before = new NodeRun(new OneVsRestLearnerNodeFactory()).configure(table.getSpec());
    NodeRun predictor =
        new NodeRun(new OneVsRestPredictorNodeFactory())
            .configure(before.specs[2], table.getSpec());
    assertEquals(null, predictor.specs[0]);
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

  @Test
  @Tag("same")
  void aModelIsTheSameAfterSavingAndLoading() throws Exception {
    byte[] bytes = PipelineTest.write(model);
    OneVsRestModelPortObject loaded = (OneVsRestModelPortObject) PipelineTest.read(bytes);
    assertEquals(model.getSpec().labels(), loaded.getSpec().labels());
    assertEquals(model.getSpec().outputs(), loaded.getSpec().outputs());
    assertEquals(model.getSummary(), loaded.getSummary());
    assertArrayEquals(bytesOf(model), bytesOf(loaded));
    assertEquals(OneVsRestView.ofPort(model), OneVsRestView.ofPort(loaded));
  }

  private static String refusal(Consumer<byte[]> change) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PortObjectZipOutputStream zip = PortUtil.getPortObjectZipOutputStream(bytes)) {
      new OneVsRestModelPortObject.Serializer().savePortObject(model, zip, new ExecutionMonitor());
    }
    byte[] changed = ModelBytes.change(bytes.toByteArray(), change);
    try (PortObjectZipInputStream zip =
        PortUtil.getPortObjectZipInputStream(new ByteArrayInputStream(changed))) {
      return assertThrows(
              IOException.class,
              () ->
                  new OneVsRestModelPortObject.Serializer()
                      .loadPortObject(zip, model.getSpec(), new ExecutionMonitor()))
          .getMessage();
    }
  }

  @Test
  @Tag("edge")
  void aDamagedOrNewerModelIsRefusedInASentence() throws Exception {
    String damaged = refusal(m -> m[m.length / 2] ^= 1);
    assertTrue(damaged.contains("damaged"), damaged);
    String newer = refusal(m -> m[ModelBytes.version(m)]++);
    assertTrue(newer.contains("newer"), newer);
  }

  @Test
  @Tag("same")
  void theSameSeedGivesTheSameModelOnAnyNumberOfThreads() throws Exception {
    NodeRun again = quick().with(s -> s.addInt("threads", 1)).run(table);
    assertArrayEquals(bytesOf(model), bytesOf((OneVsRestModelPortObject) again.out[2]));
  }

  @Test
  @Tag("law")
  void writtenModelsSayWhatTheModelSays(@TempDir Path folder) throws Exception {
    Path deep = folder.resolve("a/b");
    new NodeRun(new OneVsRestWriterNodeFactory())
        .with(s -> s.addString("folder", deep.toString()))
        .run(model);
    try (Stream<Path> files = Files.list(deep)) {
      assertEquals(
          Set.of("xgboost-cluster_0.json", "xgboost-cluster_1.json", "xgboost-cluster_2.json"),
          files.map(f -> f.getFileName().toString()).collect(Collectors.toSet()));
    }
    try (InputStream in = Files.newInputStream(deep.resolve("xgboost-cluster_1.json"))) {
      XgboostModel read = XgboostJson.read(in);
      assertEquals(List.of("age", "insured", "id"), read.featureNames());
      Matrix x = model.model().background();
      assertArrayEquals(
          model.model().ensemble(1).margins(x, Parallel.SERIAL),
          read.ensemble().margins(x, Parallel.SERIAL));
    }
    NodeRun careful =
        new NodeRun(new OneVsRestWriterNodeFactory())
            .with(
                s -> {
                  s.addString("folder", deep.toString());
                  s.addString("existing", "FAIL");
                });
    KNIMEException exists = assertThrows(KNIMEException.class, () -> careful.run(model));
    assertTrue(exists.getMessage().contains("exists already"), exists.getMessage());
  }

  @Test
  @Tag("edge")
  void unsafeAndEqualNamesOfClustersMakeNamesOfFiles() {
    assertEquals(
        List.of(
            "xgboost-a_b.json",
            "xgboost-a_b-2.json",
            "xgboost-A_b-3.json",
            "xgboost-.._x.json",
            "xgboost-ok.1-_.json"),
        ModelFiles.names(List.of("a/b", "a b", "A:b", "../x", "ok.1-_"), ".json"));
  }

  @Test
  @Tag("edge")
  void cancelIsHeardDuringTraining() throws Exception {
    DefaultNodeProgressMonitor monitor = new DefaultNodeProgressMonitor();
    NodeRun node =
        new NodeRun(new OneVsRestLearnerNodeFactory()).with(s -> s.addInt("rounds", 100_000));
    Thread canceler =
        new Thread(
            () -> {
              while (monitor.getProgress() == null || monitor.getProgress() < 0.051) {
                Thread.onSpinWait();
              }
              monitor.setExecuteCanceled();
            });
    canceler.start();
    assertThrows(
        CanceledExecutionException.class,
        () ->
            node.node.invokeNodeModelExecute(
                new ExecutionContext(monitor, null), new PortObject[] {table}));
  }

  @Test
  @Tag("edge")
  void badInputIsASentence() throws Exception {
    NodeRun noCluster = new NodeRun(new OneVsRestLearnerNodeFactory());
    InvalidSettingsException e =
        assertThrows(
            InvalidSettingsException.class,
            () -> noCluster.configure(NodeRun.only(table.getSpec(), "age", "id")));
    assertTrue(e.getMessage().contains("no cluster column"), e.getMessage());
    NodeRun lacking = new NodeRun(new OneVsRestPredictorNodeFactory());
    e =
        assertThrows(
            InvalidSettingsException.class,
            () -> lacking.configure(model.getSpec(), NodeRun.only(table.getSpec(), "age")));
    assertTrue(e.getMessage().contains("\"insured\", \"id\""), e.getMessage());
    NodeRun wrong = new NodeRun(new ShapExplainNodeFactory());
    e =
        assertThrows(
            InvalidSettingsException.class,
            () -> wrong.with(s -> s.addString("unit", "PROBABILITY")));
    assertTrue(e.getMessage().contains("unit must be log-odds"), e.getMessage());
    NodeRun alone = quick();
    KNIMEException k =
        assertThrows(
            KNIMEException.class, () -> alone.with(s -> s.addInt("minRows", 1000)).run(table));
    assertTrue(k.getMessage().contains("at least 1000 rows"), k.getMessage());
    NodeRun failing = quick().with(s -> s.addString("missingValues", "FAIL"));
    k = assertThrows(KNIMEException.class, () -> failing.run(table));
    assertTrue(k.getMessage().contains("row \"Row11\", column \"age\""), k.getMessage());
  }
}
