// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.property.hilite;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.knime.core.data.RowKey;

/** The rows that are hilit now. */
public class HiLiteHandler {
  private final Set<RowKey> keys = new LinkedHashSet<>();
  private final List<HiLiteListener> listeners = new CopyOnWriteArrayList<>();

  public HiLiteHandler() {}

  public synchronized void fireHiLiteEvent(RowKey... rows) {
    fireHiLiteEvent(Set.of(rows));
  }

  public synchronized void fireHiLiteEvent(Set<RowKey> rows) {
    keys.addAll(rows);
    KeyEvent event = new KeyEvent(this, rows);
    listeners.forEach(listener -> listener.hiLite(event));
  }

  public synchronized void fireClearHiLiteEvent() {
    keys.clear();
    KeyEvent event = new KeyEvent(this);
    listeners.forEach(listener -> listener.unHiLiteAll(event));
  }

  public Set<RowKey> getHiLitKeys() {
    return new LinkedHashSet<>(keys);
  }
}
