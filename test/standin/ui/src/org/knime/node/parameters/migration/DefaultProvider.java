// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.migration;

import java.util.List;
import org.knime.core.node.NodeSettingsRO;

/** Takes a default where an older workflow saved nothing. */
@FunctionalInterface
public interface DefaultProvider<T> extends NodeParametersMigration<T> {
  T getDefault();

  @Override
  default List<ConfigMigration<T>> getConfigMigrations() {
    ParametersLoader<T> loader = (NodeSettingsRO settings) -> getDefault();
    return List.of(ConfigMigration.builder(loader).build());
  }
}
