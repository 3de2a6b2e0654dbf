// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/** A line between two nodes; port 0 carries flow variables only. */
record Connection(int source, int sourcePort, int dest, int destPort) {
  static Connection load(NodeSettingsRO settings) throws InvalidSettingsException {
    return new Connection(
        settings.getInt("sourceID"),
        settings.getInt("sourcePort"),
        settings.getInt("destID"),
        settings.getInt("destPort"));
  }
}
