// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices;

import org.knime.core.data.DataColumnSpec;

/** A text of a type, such as a column, to choose. */
public record TypedStringChoice(String id, String text, PossibleTypeValue type) {
  public static TypedStringChoice fromColSpec(DataColumnSpec column) {
    String typeName = column.getType().getName();
    return new TypedStringChoice(
        column.getName(), column.getName(), new PossibleTypeValue(typeName, typeName));
  }

  /** The type. */
  public record PossibleTypeValue(String id, String text) {}
}
