// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.run;

import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.persistence.NodeParametersPersistor;

/**
 * An option that helps to fill in others and lives in the dialog alone: nothing of it is saved.
 *
 * @param <T> what it holds
 */
public abstract class NotSaved<T> implements NodeParametersPersistor<T> {
  private final T value;

  /** The value that the option has before the dialog opens. */
  protected NotSaved(T value) {
    this.value = value;
  }

  @Override
  public final T load(NodeSettingsRO settings) {
    return value;
  }

  @Override
  public final void save(T param, NodeSettingsWO settings) {}

  @Override
  public final String[][] getConfigPaths() {
    return new String[0][];
  }
}
