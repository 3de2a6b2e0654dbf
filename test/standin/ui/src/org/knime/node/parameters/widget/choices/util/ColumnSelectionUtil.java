// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices.util;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.node.parameters.NodeParametersInput;

/** Columns of the input, for defaults and choices. */
public final class ColumnSelectionUtil {
  private ColumnSelectionUtil() {}

  public static List<DataColumnSpec> getAllColumns(NodeParametersInput input, int portIndex) {
    return getFilteredColumns(input, portIndex, column -> true);
  }

  public static List<DataColumnSpec> getFilteredColumns(
      NodeParametersInput input, int portIndex, Predicate<DataColumnSpec> filter) {
    return input
        .getInTableSpec(portIndex)
        .map(spec -> spec.stream().filter(filter).toList())
        .orElse(List.of());
  }

  @SafeVarargs
  public static List<DataColumnSpec> getCompatibleColumns(
      NodeParametersInput input, int portIndex, Class<? extends DataValue>... kinds) {
    return input
        .getInTableSpec(portIndex)
        .map(spec -> getCompatibleColumns(spec, kinds))
        .orElse(List.of());
  }

  public static List<DataColumnSpec> getDoubleColumns(NodeParametersInput input, int portIndex) {
    return getCompatibleColumns(input, portIndex, DoubleValue.class);
  }

  public static List<DataColumnSpec> getDoubleColumnsOfFirstPort(NodeParametersInput input) {
    return getDoubleColumns(input, 0);
  }

  @SafeVarargs
  public static List<DataColumnSpec> getCompatibleColumns(
      DataTableSpec spec, Class<? extends DataValue>... kinds) {
    return getCompatibleColumns(spec, List.of(kinds));
  }

  public static List<DataColumnSpec> getCompatibleColumns(
      DataTableSpec spec, Collection<Class<? extends DataValue>> kinds) {
    return spec.stream()
        .filter(column -> kinds.stream().anyMatch(column.getType()::isCompatible))
        .toList();
  }
}
