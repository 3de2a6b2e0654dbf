// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import org.knime.core.node.config.ConfigWO;

/** Settings to write. */
public interface NodeSettingsWO extends ConfigWO {
  NodeSettingsWO addNodeSettings(String key);

  void addNodeSettings(NodeSettings settings);
}
