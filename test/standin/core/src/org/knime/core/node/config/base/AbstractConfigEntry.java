// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

import java.io.Serializable;

/** A node of the settings tree: a named value or a named config. */
public abstract class AbstractConfigEntry implements Serializable {
  private final String key;
  private final ConfigEntries type;

  AbstractConfigEntry(ConfigEntries type, String key) {
    this.type = type;
    this.key = key;
  }

  public final String getKey() {
    return key;
  }

  public final ConfigEntries getType() {
    return type;
  }

  public abstract String toStringValue();

  public final boolean isIdentical(AbstractConfigEntry other) {
    return other != null && key.equals(other.key) && type == other.type && hasIdenticalValue(other);
  }

  abstract boolean hasIdenticalValue(AbstractConfigEntry other);

  @Override
  public boolean equals(Object other) {
    return other instanceof AbstractConfigEntry && isIdentical((AbstractConfigEntry) other);
  }

  @Override
  public int hashCode() {
    return key.hashCode() ^ type.hashCode();
  }

  @Override
  public String toString() {
    return key + "=" + toStringValue();
  }
}
