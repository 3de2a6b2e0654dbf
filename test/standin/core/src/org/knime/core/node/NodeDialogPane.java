// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import javax.swing.JPanel;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.port.PortObjectSpec;

/** A dialog as a Swing window; the stand-in never opens one. */
public abstract class NodeDialogPane {
  private JPanel panel;

  protected NodeDialogPane() {}

  public final JPanel getPanel() {
    if (panel == null) {
      panel = new JPanel();
    }
    return panel;
  }

  protected void loadSettingsFrom(NodeSettingsRO settings, PortObjectSpec[] specs)
      throws NotConfigurableException {}

  protected void loadSettingsFrom(NodeSettingsRO settings, DataTableSpec[] specs)
      throws NotConfigurableException {}

  protected abstract void saveSettingsTo(NodeSettingsWO settings) throws InvalidSettingsException;

  public void onOpen() {}

  public void onClose() {}

  public void onCancel() {}
}
