// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.nodes;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/** Settings as a dialog writes them. */
final class Settings {
  private Settings() {}

  /** Chooses columns by hand. */
  static void choose(NodeSettings settings, String key, String... names) {
    try {
      NodeSettings filter = settings.getNodeSettings(key);
      NodeSettings manual = filter.getNodeSettings("manualFilter");
      manual.addStringArray("manuallySelected", names);
      filter.addString("mode", "MANUAL");
    } catch (InvalidSettingsException e) {
      throw new IllegalStateException(e);
    }
  }
}
