// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.node.dialog;

import org.knime.core.node.NodeDialogPane;
import org.knime.core.standin.NoDialogPane;

/** Dialogs of the classic user interface. */
public final class NodeDialogManager {
  private NodeDialogManager() {}

  public static NodeDialogPane createLegacyFlowVariableNodeDialog(NodeDialog dialog) {
    return new NoDialogPane(dialog);
  }
}
