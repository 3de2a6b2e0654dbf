// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin.nodes;

import java.io.File;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortType;

/** A node of KNIME that keeps its settings as they came, so that none is lost on saving. */
abstract class SettingsNodeModel extends NodeModel {
  private NodeSettings settings = new NodeSettings("model");

  SettingsNodeModel(PortType[] in, PortType[] out) {
    super(in, out);
  }

  final NodeSettings settings() {
    return settings;
  }

  @Override
  protected void validateSettings(NodeSettingsRO settings) throws InvalidSettingsException {}

  @Override
  protected void loadValidatedSettingsFrom(NodeSettingsRO loaded) {
    settings = new NodeSettings("model");
    loaded.copyTo(settings);
  }

  @Override
  protected void saveSettingsTo(NodeSettingsWO target) {
    settings.copyTo(target);
  }

  @Override
  protected void reset() {}

  @Override
  protected void loadInternals(File folder, ExecutionMonitor monitor) {}

  @Override
  protected void saveInternals(File folder, ExecutionMonitor monitor) {}
}
