// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices;

import java.util.List;
import org.knime.node.parameters.NodeParametersInput;

/** Lists the constants that can be chosen. */
public interface EnumChoicesProvider<E extends Enum<E>>
    extends ChoicesStateProvider<EnumChoice<E>> {
  @Override
  default void init(StateProviderInitializer initializer) {
    initializer.computeBeforeOpenDialog();
  }

  default List<E> choices(NodeParametersInput context) {
    throw new IllegalStateException("either choices or computeState must be overridden");
  }

  @Override
  default List<EnumChoice<E>> computeState(NodeParametersInput context) {
    return choices(context).stream().map(EnumChoice::fromEnumConst).toList();
  }
}
