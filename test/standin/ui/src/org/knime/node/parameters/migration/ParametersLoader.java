// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.migration;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/** Reads one value from settings. */
@FunctionalInterface
public interface ParametersLoader<T> {
  T load(NodeSettingsRO settings) throws InvalidSettingsException;
}
