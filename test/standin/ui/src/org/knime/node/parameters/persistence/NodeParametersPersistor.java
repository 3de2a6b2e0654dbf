// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.persistence;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.migration.ParametersLoader;

/** A saved form of its own for a field or a class. */
public interface NodeParametersPersistor<T> extends ParametersSaver<T>, ParametersLoader<T> {
  @Override
  T load(NodeSettingsRO settings) throws InvalidSettingsException;

  @Override
  void save(T param, NodeSettingsWO settings);

  /** The paths that {@link #save} writes. */
  String[][] getConfigPaths();
}
