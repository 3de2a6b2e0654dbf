// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.nodes.hdbscan.HdbscanApplyNodeFactory;
import io.github.recluster.nodes.hdbscan.HdbscanClusterNodeFactory;
import io.github.recluster.nodes.ovr.OneVsRestPredictorNodeFactory;
import io.github.recluster.nodes.scale.ScaleApplyNodeFactory;
import io.github.recluster.nodes.scale.ScaleNodeFactory;
import io.github.recluster.nodes.umap.UmapApplyNodeFactory;
import io.github.recluster.nodes.umap.UmapEmbedNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.streamable.BufferedDataTableRowOutput;
import org.knime.core.node.streamable.DataTableRowInput;
import org.knime.core.node.streamable.PartitionInfo;
import org.knime.core.node.streamable.PortInput;
import org.knime.core.node.streamable.PortObjectInput;
import org.knime.core.node.streamable.PortOutput;

/** Rows that stream by, in partitions, get what the same rows of a table get. */
class StreamTest {
  private static final int PARTITIONS = 2;

  /** More rows than one partition takes at a time. */
  private static final int ROWS = 5000;

  private static List<DataRow> rows(BufferedDataTable table) {
    List<DataRow> rows = new ArrayList<>();
    table.forEach(rows::add);
    return rows;
  }

  private static BufferedDataTable table(DataTableSpec spec, List<DataRow> rows) {
    BufferedDataContainer container = NodeRun.exec().createDataContainer(spec);
    rows.forEach(container::addRowToTable);
    container.close();
    return container.getTable();
  }

  private static List<DataRow> stream(
      NodeRun run, PortObject model, BufferedDataTable part, int partition, ExecutionContext exec)
      throws Exception {
    PortObjectSpec[] specs = {model.getSpec(), part.getSpec()};
    DataTableSpec spec = (DataTableSpec) run.configure(specs).specs[0];
    NodeModel node = run.node.getNodeModel();
    BufferedDataTableRowOutput out = new BufferedDataTableRowOutput(exec.createDataContainer(spec));
    node.createStreamableOperator(new PartitionInfo(partition, PARTITIONS), specs)
        .runFinal(
            new PortInput[] {new PortObjectInput(model), new DataTableRowInput(part)},
            new PortOutput[] {out},
            exec);
    return rows(out.getDataTable());
  }

  private static void assertStreams(
      NodeFactory<?> factory, PortObject model, BufferedDataTable table) throws Exception {
    assertStreams(factory, settings -> {}, model, table);
  }

  /** The same under settings. */
  static void assertStreams(
      NodeFactory<?> factory,
      Consumer<NodeSettings> change,
      PortObject model,
      BufferedDataTable table)
      throws Exception {
    NodeRun whole = new NodeRun(factory).with(change).run(model, table);
    NodeRun run = new NodeRun(factory).with(change);
    NodeModel node = run.node.getNodeModel();
    assertFalse(node.getInputPortRoles()[0].isStreamable());
    assertTrue(node.getInputPortRoles()[1].isStreamable());
    assertTrue(node.getInputPortRoles()[1].isDistributable());
    assertTrue(node.getOutputPortRoles()[0].isDistributable());
    List<DataRow> all = rows(table);
    List<DataRow> wanted = rows(whole.table(0));
    int border = all.size() - 600;
    List<DataRow> found =
        new ArrayList<>(
            stream(run, model, table(table.getSpec(), all.subList(0, border)), 0, NodeRun.exec()));
    found.addAll(
        stream(
            run,
            model,
            table(table.getSpec(), all.subList(border, all.size())),
            1,
            NodeRun.exec()));
    assertEquals(wanted.size(), found.size());
    for (int i = 0; i < found.size(); i++) {
      assertEquals(wanted.get(i).getKey(), found.get(i).getKey());
      assertEquals(cells(wanted.get(i)), cells(found.get(i)));
    }
  }

  private static List<DataCell> cells(DataRow row) {
    return row.stream().toList();
  }

  /** A text column whose categories stand in another order in each part. */
  private static BufferedDataTable withTexts(BufferedDataTable table) {
    List<DataRow> rows = new ArrayList<>();
    for (DataRow row : table) {
      DataCell[] cells = row.stream().toArray(DataCell[]::new);
      cells[3] = new StringCell(rows.size() < 4500 ? "abc".substring(rows.size() % 3) : "bc");
      rows.add(new DefaultRow(row.getKey(), cells));
    }
    return table(table.getSpec(), rows);
  }

  private static NodeSettings childOf(NodeSettings settings, String key) {
    try {
      return settings.getNodeSettings(key);
    } catch (InvalidSettingsException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Test
  @Tag("same")
  void scaleUmapAndHdbscan() throws Exception {
    BufferedDataTable small = withTexts(Samples.groups(150));
    Consumer<NodeSettings> all =
        s -> {
          s.addString("columnMode", "CHOSEN");
          NodeSettings columns = childOf(s, "columns");
          columns.addString("mode", "WILDCARD");
          childOf(columns, "patternFilter").addString("pattern", "*");
        };
    NodeRun scale = new NodeRun(new ScaleNodeFactory()).with(all).run(small);
    NodeRun replacing =
        new NodeRun(new ScaleNodeFactory())
            .with(all.andThen(s -> s.addBoolean("replace", true)))
            .run(small);
    NodeRun umap = new NodeRun(new UmapEmbedNodeFactory()).run(scale.out[0]);
    NodeRun hdbscan = new NodeRun(new HdbscanClusterNodeFactory()).run(umap.out[0]);
    BufferedDataTable table = withTexts(Samples.groups(ROWS));
    assertStreams(new ScaleApplyNodeFactory(), scale.out[1], table);
    assertStreams(new ScaleApplyNodeFactory(), replacing.out[1], table);
    BufferedDataTable scaled =
        new NodeRun(new ScaleApplyNodeFactory()).run(scale.out[1], table).table(0);
    assertStreams(new UmapApplyNodeFactory(), umap.out[1], scaled);
    BufferedDataTable placed =
        new NodeRun(new UmapApplyNodeFactory()).run(umap.out[1], scaled).table(0);
    assertStreams(new HdbscanApplyNodeFactory(), hdbscan.out[2], placed);
  }

  @Test
  @Tag("same")
  void predictor() throws Exception {
    BufferedDataTable small = ClusteredSample.clustered();
    PortObject model = ClusteredSample.quick().run(small).out[2];
    List<DataRow> pattern = rows(small);
    List<DataRow> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      DataCell[] cells = pattern.get(i * 7 % pattern.size()).stream().toArray(DataCell[]::new);
      rows.add(new DefaultRow("Row" + i, cells));
    }
    assertStreams(new OneVsRestPredictorNodeFactory(), model, table(small.getSpec(), rows));
  }

  @Test
  @Tag("edge")
  void noRowsAndCancel() throws Exception {
    BufferedDataTable small = Samples.groups(60);
    PortObject model = new NodeRun(new ScaleNodeFactory()).run(small).out[1];
    NodeRun run = new NodeRun(new ScaleApplyNodeFactory());
    assertEquals(
        List.of(), stream(run, model, table(small.getSpec(), List.of()), 0, NodeRun.exec()));
    assertEquals("The table is empty.", run.warning);
    DefaultNodeProgressMonitor monitor = new DefaultNodeProgressMonitor();
    monitor.setExecuteCanceled();
    assertThrows(
        CanceledExecutionException.class,
        () -> stream(run, model, small, 0, new ExecutionContext(monitor, null)));
  }

  @Test
  @Tag("law")
  void skippedRowsAreCountedOverTheWholeStream() throws Exception {
    BufferedDataTable small = Samples.groups(150);
    NodeRun scale = new NodeRun(new ScaleNodeFactory()).run(small);
    PortObject model = new NodeRun(new UmapEmbedNodeFactory()).run(scale.out[0]).out[1];
    List<DataRow> rows = rows(scale.table(0));
    List<DataRow> many = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      DataRow like = rows.get(i < 4200 ? 0 : 5); // a value of row 5 is missing
      many.add(new DefaultRow("Row" + i, like.stream().toArray(DataCell[]::new)));
    }
    NodeRun run = new NodeRun(new UmapApplyNodeFactory());
    stream(run, model, table(scale.table(0).getSpec(), many), 0, NodeRun.exec());
    assertTrue(run.warning.startsWith("800 of 5,000 rows were skipped"), run.warning);
    assertTrue(run.warning.contains("Row4200"), run.warning);
  }
}
