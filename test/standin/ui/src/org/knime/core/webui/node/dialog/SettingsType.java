// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.node.dialog;

/** The groups of a node's settings. */
public enum SettingsType {
  MODEL("model", "variables"),
  VIEW("view", "view_variables"),
  JOB_MANAGER("job.manager", "no_variables");

  private final String configKey;
  private final String variablesConfigKey;

  SettingsType(String configKey, String variablesConfigKey) {
    this.configKey = configKey;
    this.variablesConfigKey = variablesConfigKey;
  }
}
