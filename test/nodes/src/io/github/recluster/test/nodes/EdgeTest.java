// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.nodes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.nodes.hdbscan.HdbscanClusterNodeFactory;
import io.github.recluster.nodes.port.UmapModelPortObject;
import io.github.recluster.nodes.scale.ScaleApplyNodeFactory;
import io.github.recluster.nodes.scale.ScaleNodeFactory;
import io.github.recluster.nodes.stability.ClusterStabilityNodeFactory;
import io.github.recluster.nodes.umap.UmapApplyNodeFactory;
import io.github.recluster.nodes.umap.UmapEmbedNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** What goes wrong, and what is said then. */
class EdgeTest {
  private static String refusal(Class<? extends Exception> type, Executable work) {
    return assertThrows(type, work::run).getMessage();
  }

  private interface Executable {
    void run() throws Exception;
  }

  @Test
  @Tag("edge")
  void optionsAreCheckedByTheCore() {
    assertEquals(
        "\"Number of neighbors\" must be 2 or more, got 1",
        refusal(
            InvalidSettingsException.class,
            () -> new NodeRun(new UmapEmbedNodeFactory()).with(s -> s.addInt("neighbors", 1))));
    assertEquals(
        "\"Minimum cluster size\" must be at least 2, got 0",
        refusal(
            InvalidSettingsException.class,
            () ->
                new NodeRun(new HdbscanClusterNodeFactory())
                    .with(s -> s.addInt("minClusterSize", 0))));
    assertEquals(
        "\"Minimum distance\" must be at most \"Spread\" = 1.0, got 2.0",
        refusal(
            InvalidSettingsException.class,
            () -> new NodeRun(new UmapEmbedNodeFactory()).with(s -> s.addDouble("minDist", 2))));
  }

  @Test
  @Tag("edge")
  void aTableWithoutTheModelsColumnsIsRefused() throws Exception {
    NodeRun scale = new NodeRun(new ScaleNodeFactory()).run(Samples.groups(30));
    DataTableSpec other = new DataTableSpec(Samples.column("age", DoubleCell.TYPE));
    String gone =
        refusal(
            InvalidSettingsException.class,
            () ->
                new NodeRun(new ScaleApplyNodeFactory()).configure(scale.out[1].getSpec(), other));
    assertTrue(gone.contains("lacks the columns \"visits\", \"insured\""), gone);
    DataTableSpec text =
        new DataTableSpec(
            Samples.column("age", StringCell.TYPE),
            Samples.spec().getColumnSpec("visits"),
            Samples.spec().getColumnSpec("insured"));
    String type =
        refusal(
            InvalidSettingsException.class,
            () -> new NodeRun(new ScaleApplyNodeFactory()).configure(scale.out[1].getSpec(), text));
    assertTrue(type.contains("\"age\" is of type"), type);
  }

  @Test
  @Tag("edge")
  void aLogarithmOfTooSmallAValueNamesItsRow() {
    BufferedDataTable table =
        NodeRun.table(
            new DataTableSpec(Samples.column("x", DoubleCell.TYPE)),
            Arrays.stream(new double[] {1, 2, -3, 4})
                .mapToObj(x -> new DoubleCell[] {new DoubleCell(x)})
                .toArray(DoubleCell[][]::new));
    String message =
        refusal(
            KNIMEException.class,
            () -> {
              NodeRun run = new NodeRun(new ScaleNodeFactory());
              run.with(s -> Settings.choose(s, "logColumns", "x"));
              run.run(table);
            });
    assertTrue(message.startsWith("Row \"Row2\", column \"x\""), message);
    assertTrue(message.contains("-3"), message);
  }

  @Test
  @Tag("edge")
  void aNumberTooLargeForAMapNamesItsRow() throws Exception {
    BufferedDataTable table = NodeRun.with(Samples.groups(30), "age", 4, new DoubleCell(-2e200));
    for (NodeRun node :
        List.of(
            new NodeRun(new ScaleNodeFactory()),
            new NodeRun(new UmapEmbedNodeFactory()),
            new NodeRun(new ClusterStabilityNodeFactory()))) {
      assertEquals(
          "Row \"Row4\", column \"age\": the value must be between -1e100 and 1e100, got"
              + " -2.0E200. Correct it, or filter the row out.",
          refusal(KNIMEException.class, () -> node.run(table)));
    }
  }

  @Test
  @Tag("edge")
  void fewRowsOrNoneAreNoAccident() throws Exception {
    for (int rows : new int[] {0, 1, 2, 3}) {
      BufferedDataTable table = NodeRun.table(NodeRun.only(Samples.spec(), "age", "visits"));
      BufferedDataTable small = rows == 0 ? table : Samples.groups(rows);
      NodeRun umap = new NodeRun(new UmapEmbedNodeFactory()).run(small);
      assertEquals(rows, umap.table(0).size());
      NodeRun hdbscan = new NodeRun(new HdbscanClusterNodeFactory()).run(umap.out[0]);
      assertEquals(rows, hdbscan.table(0).size());
      assertEquals(0, hdbscan.table(1).size());
      String said =
          switch (rows) {
            case 0 -> "No row is left";
            case 1 -> "Only one row is left";
            default -> "No cluster was found";
          };
      assertTrue(hdbscan.warning.contains(said), hdbscan.warning);
      assertEquals(rows < 2, umap.warning.contains(said), umap.warning);
      NodeRun again = new NodeRun(new UmapApplyNodeFactory()).run(umap.out[1], small);
      assertEquals(rows, again.table(0).size());
    }
    String message =
        refusal(
            KNIMEException.class,
            () -> new NodeRun(new ScaleNodeFactory()).run(NodeRun.table(Samples.spec())));
    assertTrue(message.contains("No row is left"), message);
  }

  @Test
  @Tag("edge")
  void aDamagedModelIsSaidToBeDamaged() throws Exception {
    NodeRun umap = new NodeRun(new UmapEmbedNodeFactory()).run(Samples.groups(40));
    UmapModelPortObject port = (UmapModelPortObject) umap.out[1];
    byte[] bytes = ModelBytes.write(port);
    assertEquals(39, ModelBytes.read(port, bytes).model().rows());
    byte[] broken = ModelBytes.change(bytes, content -> content[content.length / 2] ^= 8);
    String damaged = refusal(IOException.class, () -> ModelBytes.read(port, broken));
    assertEquals("This UMAP model file is damaged or cut short.", damaged);
    byte[] future = ModelBytes.change(bytes, content -> content[ModelBytes.version(content)] = 99);
    String newer = refusal(IOException.class, () -> ModelBytes.read(port, future));
    assertTrue(newer.contains("newer"), newer);
    byte[] nameless = bytes.clone();
    nameless[new String(bytes, StandardCharsets.ISO_8859_1).indexOf("model.bin")] = (byte) 0xff;
    assertEquals(
        "The model file is damaged or cut short: it holds no model.bin.",
        refusal(IOException.class, () -> ModelBytes.read(port, nameless)));
  }

  @Test
  @Tag("edge")
  void allWarningsAreSaidAtOnce() throws Exception {
    DataTableSpec spec =
        new DataTableSpec(
            Samples.column("x", DoubleCell.TYPE), Samples.column("same", DoubleCell.TYPE));
    DoubleCell one = new DoubleCell(1);
    BufferedDataTable table =
        NodeRun.table(
            spec,
            new DataCell[] {DataType.getMissingCell(), one},
            new DataCell[] {one, one},
            new DataCell[] {new DoubleCell(2), one});
    NodeRun scale = new NodeRun(new ScaleNodeFactory());
    List<String> said = new ArrayList<>(); // KNIME logs each
    scale.node.getNodeModel().addWarningListener(message -> said.add(message.getSummary()));
    scale.run(table);
    assertEquals(1, said.size(), () -> String.join(" / ", said));
    assertTrue(said.get(0).contains("1 of 3 rows"), said.get(0));
    assertTrue(said.get(0).contains("\"same\""), said.get(0));
  }

  @Test
  @Tag("edge")
  void aColumnMadeWithoutAnyValueIsNoFeature() throws Exception {
    DataType none = DataType.getMissingCell().getType(); // compatible with all kinds of values
    DataTableSpec spec =
        new DataTableSpec(Samples.column("x", DoubleCell.TYPE), Samples.column("none", none));
    BufferedDataTable table =
        NodeRun.table(
            spec,
            new DataCell[] {new DoubleCell(1), DataType.getMissingCell()},
            new DataCell[] {new DoubleCell(2), DataType.getMissingCell()});
    NodeRun scale = new NodeRun(new ScaleNodeFactory()).run(table);
    assertArrayEquals(
        new String[] {"x", "none", "x (scaled)"},
        scale.table(0).getDataTableSpec().getColumnNames());
    assertEquals("", scale.warning);
  }

  @Test
  @Tag("edge")
  void cancelIsHeard() {
    CanceledExecutionException canceled =
        new NodeRun(new UmapEmbedNodeFactory()).canceledAt(0.1, Samples.groups(3000));
    assertEquals("Execution canceled", canceled.getMessage()); // stands at the node
  }

  @Test
  @Tag("same")
  void theNumberOfThreadsDoesNotMatter() throws Exception {
    BufferedDataTable table = Samples.groups(300);
    NodeRun one = new NodeRun(new UmapEmbedNodeFactory()).with(s -> s.addInt("threads", 1));
    NodeRun three = new NodeRun(new UmapEmbedNodeFactory()).with(s -> s.addInt("threads", 3));
    assertArrayEquals(
        PipelineTest.modelBytes(one.run(table).out[1]),
        PipelineTest.modelBytes(three.run(table).out[1]));
  }

  @Test
  @Tag("law")
  void replacedColumnsKeepTheirPlace() throws Exception {
    NodeRun scale =
        new NodeRun(new ScaleNodeFactory())
            .with(s -> s.addBoolean("replace", true))
            .run(Samples.groups(30));
    assertArrayEquals(
        Samples.spec().getColumnNames(), scale.table(0).getDataTableSpec().getColumnNames());
    NodeRun applied =
        new NodeRun(new ScaleApplyNodeFactory()).run(scale.out[1], Samples.groups(30));
    assertArrayEquals(
        NodeRun.column(scale.table(0), "visits"), NodeRun.column(applied.table(0), "visits"));
  }

  @Test
  @Tag("edge")
  void rowsThatAreAllTheSameSayNothing() throws Exception {
    DataTableSpec spec =
        new DataTableSpec(
            Samples.column("x", DoubleCell.TYPE), Samples.column("y", DoubleCell.TYPE));
    DataCell[][] rows = new DataCell[200][];
    Arrays.fill(rows, new DataCell[] {new DoubleCell(1), new DoubleCell(2)});
    BufferedDataTable same = NodeRun.table(spec, rows);
    String words =
        "All 200 rows are the same in the columns that are read: what is found among them says"
            + " nothing.";
    NodeRun umap = new NodeRun(new UmapEmbedNodeFactory()).run(same);
    assertTrue(umap.warning.contains(words), umap.warning);
    NodeRun hdbscan = new NodeRun(new HdbscanClusterNodeFactory()).run(same);
    assertTrue(hdbscan.warning.contains(words), hdbscan.warning);
    NodeRun stability =
        new NodeRun(new ClusterStabilityNodeFactory())
            .with(
                s -> {
                  s.addInt("seeds", 2);
                  s.addInt("subsamples", 0);
                  s.addInt("sweep", 0);
                })
            .run(same);
    assertTrue(stability.warning.contains(words), stability.warning);
    NodeRun other =
        new NodeRun(new HdbscanClusterNodeFactory())
            .run(NodeRun.with(same, "y", 7, new DoubleCell(3)));
    assertFalse(other.warning.contains("are the same"), other.warning);
  }
}
