// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices;

import java.util.List;
import org.knime.node.parameters.NodeParametersInput;

/** Lists texts to choose from. */
public interface StringChoicesProvider extends ChoicesStateProvider<StringChoice> {
  @Override
  default void init(StateProviderInitializer initializer) {
    initializer.computeBeforeOpenDialog();
  }

  default List<String> choices(NodeParametersInput context) {
    throw new IllegalStateException("either choices or computeState must be overridden");
  }

  @Override
  default List<StringChoice> computeState(NodeParametersInput context) {
    return choices(context).stream().map(StringChoice::fromId).toList();
  }
}
