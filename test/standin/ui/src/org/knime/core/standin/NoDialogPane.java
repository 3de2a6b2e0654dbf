// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin;

import org.knime.core.node.NodeDialogPane;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.webui.node.dialog.NodeDialog;

/** The classic form of a dialog, which the stand-in never opens. */
public final class NoDialogPane extends NodeDialogPane {
  private final NodeDialog dialog;

  public NoDialogPane(NodeDialog dialog) {
    this.dialog = dialog;
  }

  /** What would be shown. */
  public NodeDialog dialog() {
    return dialog;
  }

  @Override
  protected void saveSettingsTo(NodeSettingsWO settings) {
    throw new UnsupportedOperationException("the stand-in shows no dialogs");
  }
}
