// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.standin;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.knime.core.data.DataRow;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;
import org.knime.core.util.FileUtil;

/**
 * Passes the first rows on with a model and a picture, and warns, pushes a flow variable or waits
 * to be canceled.
 */
final class TestNodeModel extends NodeModel {
  static final byte[] MODEL = {3, 1, 4};
  static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};
  private int rows;
  private String mode;

  TestNodeModel() {
    super(
        new PortType[] {BufferedDataTable.TYPE},
        new PortType[] {BufferedDataTable.TYPE, TestModel.TYPE, ImagePortObject.TYPE});
  }

  @Override
  protected PortObjectSpec[] configure(PortObjectSpec[] specs) {
    return new PortObjectSpec[] {specs[0], specs[0], new ImagePortObjectSpec(PNGImageContent.TYPE)};
  }

  @Override
  protected PortObject[] execute(PortObject[] inputs, ExecutionContext exec) throws Exception {
    BufferedDataTable table = (BufferedDataTable) inputs[0];
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
    BufferedDataContainer container = exec.createDataContainer(table.getDataTableSpec());
    int left = rows;
    for (DataRow row : table) {
      if (left-- > 0) {
        container.addRowToTable(row);
      }
    }
    container.close();
    return new PortObject[] {
      container.getTable(),
      new TestModel(table.getDataTableSpec(), MODEL),
      new ImagePortObject(
          new PNGImageContent(PICTURE), new ImagePortObjectSpec(PNGImageContent.TYPE))
    };
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
