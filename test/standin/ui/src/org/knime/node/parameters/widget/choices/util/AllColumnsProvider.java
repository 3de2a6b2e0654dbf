// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices.util;

import java.util.List;
import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.ColumnChoicesProvider;

/** All columns of an input table. */
public class AllColumnsProvider implements ColumnChoicesProvider, InputTableIndexHolder {
  public AllColumnsProvider() {}

  @Override
  public List<DataColumnSpec> columnChoices(NodeParametersInput context) {
    return ColumnSelectionUtil.getAllColumns(context, getInputTableIndex());
  }
}
