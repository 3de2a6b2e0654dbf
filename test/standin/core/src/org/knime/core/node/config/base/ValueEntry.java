// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

import java.util.Objects;

/** A value, kept as the text the file has. */
final class ValueEntry extends AbstractConfigEntry {
  private static final long serialVersionUID = 1L;
  final String value;

  ValueEntry(ConfigEntries type, String key, String value) {
    super(type, key);
    this.value = value;
  }

  @Override
  public String toStringValue() {
    return value;
  }

  @Override
  boolean hasIdenticalValue(AbstractConfigEntry other) {
    return other instanceof ValueEntry && Objects.equals(value, ((ValueEntry) other).value);
  }
}
