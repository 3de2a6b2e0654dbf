// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.data;

import java.util.ArrayList;
import java.util.List;

/** What a data service may tell while it serves: warnings, one list a thread. */
public final class DataServiceContext {
  private static final ThreadLocal<DataServiceContext> CURRENT =
      ThreadLocal.withInitial(DataServiceContext::new);
  private final List<String> warnings = new ArrayList<>();

  private DataServiceContext() {}

  public static DataServiceContext get() {
    return CURRENT.get();
  }

  public synchronized void addWarningMessage(String message) {
    warnings.add(message);
  }

  public synchronized String[] getWarningMessages() {
    return warnings.toArray(String[]::new);
  }

  public synchronized void clearWarningMessages() {
    warnings.clear();
  }
}
