// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin;

import org.knime.node.parameters.widget.choices.Label;

/** The words for a constant of a choice. */
public final class Labels {
  private Labels() {}

  /** The label's text, or the constant's name in words. */
  public static String title(Enum<?> constant) {
    Label label = label(constant);
    if (label != null) {
      return label.value();
    }
    String words = constant.name().replace('_', ' ').toLowerCase(java.util.Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** What the label tells more, or nothing. */
  public static String description(Enum<?> constant) {
    Label label = label(constant);
    return label == null ? "" : label.description();
  }

  /** Null where the constant has none. */
  public static Label label(Enum<?> constant) {
    try {
      return constant.getDeclaringClass().getField(constant.name()).getAnnotation(Label.class);
    } catch (NoSuchFieldException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
