// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin;

import java.util.function.Predicate;
import org.knime.core.node.NodeSettingsRO;

/** Marks a migration that acts where nothing of the new form is saved. */
public final class NewPathsAbsent implements Predicate<NodeSettingsRO> {
  @Override
  public boolean test(NodeSettingsRO settings) {
    throw new IllegalStateException("needs the paths of the new form");
  }
}
