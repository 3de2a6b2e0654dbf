// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.property.hilite;

import java.util.Collections;
import java.util.EventObject;
import java.util.LinkedHashSet;
import java.util.Set;
import org.knime.core.data.RowKey;

/** Rows that were hilit or not any more. */
public class KeyEvent extends EventObject {
  private static final long serialVersionUID = 1L;
  private final transient Set<RowKey> keys;

  public KeyEvent(Object source) {
    this(source, Set.of());
  }

  public KeyEvent(Object source, RowKey... keys) {
    this(source, Set.of(keys));
  }

  public KeyEvent(Object source, Set<RowKey> keys) {
    super(source);
    this.keys = Collections.unmodifiableSet(new LinkedHashSet<>(keys));
  }
}
