// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin;

import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.persistence.NodeParametersPersistor;

/** For a field that lives in the dialog only. */
public final class NotSaved implements NodeParametersPersistor<String[]> {
  @Override
  public String[] load(NodeSettingsRO settings) {
    return null;
  }

  @Override
  public void save(String[] value, NodeSettingsWO settings) {}

  @Override
  public String[][] getConfigPaths() {
    return new String[0][];
  }
}
