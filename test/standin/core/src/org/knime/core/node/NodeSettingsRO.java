// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** Settings to read. */
public interface NodeSettingsRO extends ConfigRO {
  NodeSettingsRO getNodeSettings(String key) throws InvalidSettingsException;

  void copyTo(ConfigWO target);
}
