// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices.util;

import java.util.List;
import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.ColumnChoicesProvider;

/** The columns of an input table that fulfil a condition. */
public interface FilteredInputTableColumnsProvider
    extends InputTableIndexHolder, ColumnChoicesProvider {
  @Override
  default List<DataColumnSpec> columnChoices(NodeParametersInput context) {
    return ColumnSelectionUtil.getFilteredColumns(context, getInputTableIndex(), this::isIncluded);
  }

  boolean isIncluded(DataColumnSpec column);
}
