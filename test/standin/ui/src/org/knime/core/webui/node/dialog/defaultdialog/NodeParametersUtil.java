// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.node.dialog.defaultdialog;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.standin.ParametersFields;
import org.knime.core.standin.ParametersInput;
import org.knime.core.standin.ParametersStore;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;

/** Makes, saves and loads a node's parameters. */
public final class NodeParametersUtil {
  private NodeParametersUtil() {}

  public static NodeParametersInput createDefaultNodeSettingsContext(PortObjectSpec[] specs) {
    return new ParametersInput(specs);
  }

  public static <S extends NodeParameters> S createSettings(Class<S> clazz) {
    return ParametersFields.create(clazz);
  }

  public static <S extends NodeParameters> S createSettings(
      Class<S> clazz, PortObjectSpec[] specs) {
    return createSettings(clazz, createDefaultNodeSettingsContext(specs));
  }

  public static <S extends NodeParameters> S createSettings(
      Class<S> clazz, NodeParametersInput input) {
    return ParametersFields.create(clazz, input);
  }

  public static <S extends NodeParameters> S loadSettings(NodeSettingsRO settings, Class<S> clazz)
      throws InvalidSettingsException {
    return ParametersStore.load(clazz, settings);
  }

  public static void saveSettings(
      Class<? extends NodeParameters> clazz, NodeParameters parameters, NodeSettingsWO settings) {
    if (!clazz.isInstance(parameters)) {
      throw new IllegalArgumentException(
          "parameters must be a %s, got a %s".formatted(clazz, parameters.getClass()));
    }
    ParametersStore.save(parameters, settings);
  }
}
