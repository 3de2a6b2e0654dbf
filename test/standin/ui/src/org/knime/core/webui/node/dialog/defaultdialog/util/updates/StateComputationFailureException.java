// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.node.dialog.defaultdialog.util.updates;

/** A computation for the dialog that cannot be finished. */
public final class StateComputationFailureException extends Exception {
  private static final long serialVersionUID = 1L;

  public StateComputationFailureException(String message) {
    super(message);
  }
}
