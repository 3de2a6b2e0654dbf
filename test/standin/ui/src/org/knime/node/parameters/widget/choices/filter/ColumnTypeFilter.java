// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices.filter;

import java.util.Optional;
import java.util.function.Predicate;
import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.widget.choices.TypedStringChoice.PossibleTypeValue;

/** Columns chosen by their type. */
final class ColumnTypeFilter extends TypeFilter {
  @Override
  protected Optional<PossibleTypeValue> fromTypeId(String typeId) {
    return Optional.of(new PossibleTypeValue(typeId, typeId));
  }

  Predicate<DataColumnSpec> columns() {
    Predicate<String> chosen = getIsSelectedPredicate();
    return column -> chosen.test(column.getType().getPreferredValueClass().getName());
  }
}
