// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.nodes;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.Node;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;

/** A node that is configured and run as KNIME does it. */
final class NodeRun {
  final Node node;
  PortObjectSpec[] specs;
  PortObject[] out;
  String warning = "";

  @SuppressWarnings("unchecked") // a factory makes the models that it takes
  NodeRun(NodeFactory<?> factory) {
    node = new Node((NodeFactory<NodeModel>) factory);
    node.getNodeModel()
        .addWarningListener(message -> warning = message == null ? "" : message.getSummary());
  }

  static ExecutionContext exec() {
    return new ExecutionContext(new DefaultNodeProgressMonitor(), null);
  }

  /** The node's settings as a dialog would leave them. */
  NodeRun with(Consumer<NodeSettings> change) throws Exception {
    NodeSettings settings = settings();
    change.accept(settings);
    node.validateModelSettings(settings);
    node.loadModelSettingsFrom(settings);
    return this;
  }

  NodeSettings settings() {
    NodeSettings settings = new NodeSettings("model");
    node.saveModelSettingsTo(settings);
    return settings;
  }

  NodeRun run(PortObject... in) throws Exception {
    configure(
        Arrays.stream(in)
            .map(object -> object == null ? null : object.getSpec())
            .toArray(PortObjectSpec[]::new));
    out = node.invokeNodeModelExecute(exec(), in);
    return this;
  }

  /** Runs the node and cancels it when it has come so far; what ends it. */
  CanceledExecutionException canceledAt(double progress, PortObject... in) {
    DefaultNodeProgressMonitor monitor = new DefaultNodeProgressMonitor();
    Thread canceler =
        new Thread(
            () -> {
              while (monitor.getProgress() == null || monitor.getProgress() < progress) {
                Thread.onSpinWait();
              }
              monitor.setExecuteCanceled();
            });
    canceler.start();
    return assertThrows(
        CanceledExecutionException.class,
        () -> node.invokeNodeModelExecute(new ExecutionContext(monitor, null), in));
  }

  NodeRun configure(PortObjectSpec... in) throws Exception {
    specs = node.invokeNodeModelConfigure(in);
    return this;
  }

  BufferedDataTable table(int port) {
    return (BufferedDataTable) out[port];
  }

  static BufferedDataTable table(DataTableSpec spec, DataCell[]... rows) {
    BufferedDataContainer container = exec().createDataContainer(spec);
    for (int i = 0; i < rows.length; i++) {
      container.addRowToTable(new DefaultRow("Row" + i, rows[i]));
    }
    container.close();
    return container.getTable();
  }

  /** The table with another cell in one row, or in all if the row is −1. */
  static BufferedDataTable with(BufferedDataTable table, String column, int row, DataCell cell) {
    int changed = table.getDataTableSpec().findColumnIndex(column);
    List<DataCell[]> rows = new ArrayList<>();
    for (DataRow old : table) {
      DataCell[] cells = old.stream().toArray(DataCell[]::new);
      if (row == -1 || row == rows.size()) {
        cells[changed] = cell;
      }
      rows.add(cells);
    }
    return table(table.getDataTableSpec(), rows.toArray(DataCell[][]::new));
  }

  static DataCell[] column(BufferedDataTable table, String name) {
    int column = table.getDataTableSpec().findColumnIndex(name);
    DataCell[] cells = new DataCell[(int) table.size()];
    int i = 0;
    for (DataRow row : table) {
      cells[i++] = row.getCell(column);
    }
    return cells;
  }

  static DataTableSpec only(DataTableSpec spec, String... names) {
    return new DataTableSpec(
        Arrays.stream(names).map(spec::getColumnSpec).toArray(DataColumnSpec[]::new));
  }
}
