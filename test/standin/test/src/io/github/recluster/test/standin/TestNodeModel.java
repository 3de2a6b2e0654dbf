// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.standin;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.util.FileUtil;

/** Passes the first rows on, and warns, pushes a flow variable or waits to be canceled. */
final class TestNodeModel extends NodeModel {
  private int rows;
  private String mode;

  TestNodeModel() {
    super(1, 1);
  }

  @Override
  protected DataTableSpec[] configure(DataTableSpec[] specs) {
    return specs;
  }

  @Override
  protected BufferedDataTable[] execute(BufferedDataTable[] tables, ExecutionContext exec)
      throws Exception {
    if (mode.equals("wait")) {
      Path started = FileUtil.resolveToPath(FileUtil.toURL("knime://knime.workflow/data/started"));
      Files.createFile(started);
      while (true) {
        exec.checkCanceled();
        Thread.sleep(20);
      }
    }
    if (mode.equals("warn")) {
      setWarningMessage("a warning");
    }
    if (mode.equals("push")) {
      pushFlowVariableString("file", "pushed.csv");
    }
    BufferedDataContainer container = exec.createDataContainer(tables[0].getDataTableSpec());
    int left = rows;
    for (DataRow row : tables[0]) {
      if (left-- > 0) {
        container.addRowToTable(row);
      }
    }
    container.close();
    return new BufferedDataTable[] {container.getTable()};
  }

  @Override
  protected void validateSettings(NodeSettingsRO settings) throws InvalidSettingsException {
    settings.getInt("rows");
  }

  @Override
  protected void loadValidatedSettingsFrom(NodeSettingsRO settings)
      throws InvalidSettingsException {
    rows = settings.getInt("rows");
    mode = settings.getString("mode");
  }

  @Override
  protected void saveSettingsTo(NodeSettingsWO settings) {
    settings.addInt("rows", rows);
    settings.addString("mode", mode);
  }

  @Override
  protected void reset() {}

  @Override
  protected void loadInternals(File folder, ExecutionMonitor monitor) {}

  @Override
  protected void saveInternals(File folder, ExecutionMonitor monitor) {}
}
