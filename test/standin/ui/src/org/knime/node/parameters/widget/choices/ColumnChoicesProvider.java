// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices;

import java.util.List;
import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.NodeParametersInput;

/** Lists the columns that can be chosen. */
public interface ColumnChoicesProvider extends TypedStringChoicesProvider {
  @Override
  default void init(StateProviderInitializer initializer) {
    initializer.computeBeforeOpenDialog();
  }

  default List<DataColumnSpec> columnChoices(NodeParametersInput context) {
    throw new IllegalStateException("either columnChoices or computeState must be overridden");
  }

  @Override
  default List<TypedStringChoice> computeState(NodeParametersInput context) {
    return columnChoices(context).stream().map(TypedStringChoice::fromColSpec).toList();
  }
}
