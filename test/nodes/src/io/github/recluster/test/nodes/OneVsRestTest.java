// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.nodes;

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
import io.github.recluster.nodes.ovr.ModelFiles;
import io.github.recluster.nodes.ovr.OneVsRestLearnerNodeFactory;
import io.github.recluster.nodes.ovr.OneVsRestPredictorNodeFactory;
import io.github.recluster.nodes.ovr.OneVsRestView;
import io.github.recluster.nodes.ovr.OneVsRestWriterNodeFactory;
import io.github.recluster.nodes.port.OneVsRestModelPortObject;
import io.github.recluster.nodes.shap.ShapExplainNodeFactory;
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
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortUtil;

/** Learn each cluster, predict and export, on a small table. */
class OneVsRestTest {
  private static BufferedDataTable table;
  private static NodeRun learner;
  private static OneVsRestModelPortObject model;

  @BeforeAll
  static void learn() throws Exception {
    table = clustered();
    learner = quick().run(table);
    model = (OneVsRestModelPortObject) learner.out[2];
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
    assertTrue(learner.warning.contains("No classifier for tiny of 1 row:"), learner.warning);
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
  void foldersThatCannotBeAreNamedWithTheReason(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertRefused(
        file.toString(),
        "The folder \"" + file + "\" can't be made: a file is there already. Choose another.");
    for (String relative : List.of("models", "~/models", "s3://bucket/models")) {
      assertRefused(
          relative,
          "The folder \""
              + relative
              + "\" is no whole path. Give one, or an address such as"
              + " knime://knime.workflow/data.");
    }
    assertRefused(
        "file://server/share",
        "The folder \"file://server/share\" can't be found: URI has an authority component. Choose"
            + " another.");
  }

  private static void assertRefused(String folder, String message) throws Exception {
    NodeRun writer =
        new NodeRun(new OneVsRestWriterNodeFactory()).with(s -> s.addString("folder", folder));
    KNIMEException refusal = assertThrows(KNIMEException.class, () -> writer.run(model));
    assertEquals(message, refusal.getMessage());
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
    assertEquals(
        List.of(
            "xgboost-" + "界".repeat(66) + ".ubj",
            "xgboost-" + "x".repeat(200) + ".ubj",
            "xgboost-" + "x".repeat(200) + "-2.ubj"),
        ModelFiles.names(List.of("界".repeat(99), "x".repeat(300), "x".repeat(301)), ".ubj"));
  }

  @Test
  @Tag("edge")
  void cancelIsHeardDuringTraining() throws Exception {
    new NodeRun(new OneVsRestLearnerNodeFactory())
        .with(s -> s.addInt("rounds", 100_000))
        .canceledAt(0.051, table);
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
    assertTrue(e.getMessage().contains("\"Unit\" must be log-odds"), e.getMessage());
    NodeRun alone = quick();
    KNIMEException k =
        assertThrows(
            KNIMEException.class, () -> alone.with(s -> s.addInt("minRows", 1000)).run(table));
    assertTrue(k.getMessage().contains("at least 1000 rows"), k.getMessage());
    NodeRun failing = quick().with(s -> s.addString("missingValues", "FAIL"));
    k = assertThrows(KNIMEException.class, () -> failing.run(table));
    assertTrue(k.getMessage().contains("row \"Row11\", column \"age\""), k.getMessage());
  }

  @Test
  @Tag("edge")
  void aCategoryThatTheModelHasNotSeenIsCounted() throws Exception {
    DataTableSpec spec =
        new DataTableSpec(
            Samples.column("color", StringCell.TYPE), Samples.column("Cluster", StringCell.TYPE));
    DataCell[][] cells = new DataCell[80][];
    for (int i = 0; i < cells.length; i++) {
      cells[i] =
          new DataCell[] {
            new StringCell(i % 2 == 0 ? "red" : "blue"), new StringCell("cluster_" + i % 2)
          };
    }
    BufferedDataTable colors = NodeRun.table(spec, cells);
    NodeRun byColor =
        quick()
            .with(
                s -> {
                  s.addString("columnMode", "CHOSEN");
                  Settings.choose(s, "columns", "color");
                })
            .run(colors);
    NodeRun known = new NodeRun(new OneVsRestPredictorNodeFactory()).run(byColor.out[2], colors);
    assertEquals("", known.warning);
    BufferedDataTable green = NodeRun.with(colors, "color", 3, new StringCell("green"));
    NodeRun unknown = new NodeRun(new OneVsRestPredictorNodeFactory()).run(byColor.out[2], green);
    assertEquals(
        "1 row has a category in column \"color\" that the model has not seen; it is a missing value"
            + " there.",
        unknown.warning);
  }

  @Test
  @Tag("edge")
  void clustersToLearnThatAreNotThereAreNamed() throws Exception {
    NodeRun run = quick().with(s -> s.addString("always", "tiny, cluster_9, cluster_1")).run(table);
    assertTrue(run.warning.contains("No row lies in \"cluster_9\", listed"), run.warning);
  }

  @Test
  @Tag("law")
  void theViewWarnsWhereTheReportMeansLittle() throws Exception {
    NodeRun few = quick().with(s -> s.addDouble("heldOutShare", 0.1)).run(table);
    String page = OneVsRestView.ofPort((OneVsRestModelPortObject) few.out[2]);
    assertTrue(page.contains("\"Warning\"") && page.contains("the numbers mean little"), page);
  }

  @Test
  @Tag("law")
  void theViewShowsWhatProbabilitiesAreWorth() {
    String page = OneVsRestView.ofPort(model);
    assertFalse(page.contains("\"Warning\""), page);
    assertTrue(page.contains("How far to trust probabilities") && page.contains("90–100 %"), page);
  }
}
