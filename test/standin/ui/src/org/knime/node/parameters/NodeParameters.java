// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.persistence.Persistable;

/** The options of a node: a class whose fields are both saved and shown. */
public interface NodeParameters extends Persistable, WidgetGroup {
  /** Checks what one field alone cannot know; the node calls it when it validates. */
  default void validate() throws InvalidSettingsException {}
}
