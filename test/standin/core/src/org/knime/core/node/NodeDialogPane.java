// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

/** A dialog as a Swing window; the stand-in never opens one. */
public abstract class NodeDialogPane {

  protected NodeDialogPane() {}

  protected abstract void saveSettingsTo(NodeSettingsWO settings) throws InvalidSettingsException;
}
