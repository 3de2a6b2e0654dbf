// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.util.Locale;

/** Writes to standard error what is told at the level of the system property or above. */
public final class NodeLogger {
  /** How much it matters. */
  public enum LEVEL {
    DEBUG,
    INFO,
    WARN,
    ERROR,
    FATAL,
    ALL,
    OFF
  }

  private static final LEVEL SHOWN =
      LEVEL.valueOf(System.getProperty("recluster.standin.log", "WARN").toUpperCase(Locale.ROOT));
  private final String name;

  private NodeLogger(String name) {
    this.name = name;
  }

  public static NodeLogger getLogger(Class<?> source) {
    return getLogger(source.getSimpleName());
  }

  public static NodeLogger getLogger(String name) {
    return new NodeLogger(name);
  }

  private void log(LEVEL level, Object message, Throwable cause) {
    if (isEnabledFor(level)) {
      System.err.println(level + " " + name + ": " + message);
      if (cause != null && SHOWN.compareTo(LEVEL.INFO) <= 0) {
        cause.printStackTrace();
      }
    }
  }

  public boolean isEnabledFor(LEVEL level) {
    return level.compareTo(SHOWN) >= 0;
  }

  public void debug(Object message, Throwable cause) {
    log(LEVEL.DEBUG, message, cause);
  }

  public void info(Object message, Throwable cause) {
    log(LEVEL.INFO, message, cause);
  }

  public void warn(Object message) {
    log(LEVEL.WARN, message, null);
  }
}
