// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices;

import org.knime.core.standin.Labels;

/** A constant to choose. */
public record EnumChoice<E extends Enum<E>>(E id, String text) {
  public static <E extends Enum<E>> EnumChoice<E> fromEnumConst(E constant) {
    return new EnumChoice<>(constant, Labels.title(constant));
  }
}
