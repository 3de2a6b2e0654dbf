// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.node.dialog.defaultdialog;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.knime.core.webui.data.RpcDataService;
import org.knime.core.webui.node.dialog.NodeDialog;
import org.knime.core.webui.node.dialog.NodeSettingsService;
import org.knime.core.webui.node.dialog.SettingsType;
import org.knime.core.webui.page.Page;
import org.knime.node.parameters.NodeParameters;

/** The dialog that shows a node's parameters. */
public final class DefaultNodeDialog implements NodeDialog {
  private final Map<SettingsType, Class<? extends NodeParameters>> classes;

  public DefaultNodeDialog(SettingsType type, Class<? extends NodeParameters> parameters) {
    classes = Map.of(type, parameters);
  }

  public DefaultNodeDialog(
      SettingsType type1,
      Class<? extends NodeParameters> parameters1,
      SettingsType type2,
      Class<? extends NodeParameters> parameters2) {
    classes = Map.of(type1, parameters1, type2, parameters2);
  }

  @Override
  public Set<SettingsType> getSettingsTypes() {
    return classes.keySet();
  }

  @Override
  public NodeSettingsService getNodeSettingsService() {
    throw new UnsupportedOperationException("the stand-in shows no dialogs");
  }

  @Override
  public Optional<RpcDataService> createRpcDataService() {
    return Optional.empty();
  }

  @Override
  public Page getPage() {
    throw new UnsupportedOperationException("the stand-in shows no dialogs");
  }
}
