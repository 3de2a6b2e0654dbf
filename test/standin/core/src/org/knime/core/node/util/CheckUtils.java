// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.util;

import org.knime.core.node.InvalidSettingsException;

/** Checks with a message. */
public final class CheckUtils {
  private CheckUtils() {}

  public static <T> T checkArgumentNotNull(T object) {
    return checkArgumentNotNull(object, "Argument must not be null");
  }

  public static <T> T checkArgumentNotNull(T object, String template, Object... args) {
    checkArgument(object != null, template, args);
    return object;
  }

  public static void checkArgument(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  public static void checkArgument(boolean condition, String template, Object... args) {
    if (!condition) {
      throw new IllegalArgumentException(format(template, args));
    }
  }

  public static void checkState(boolean condition, String message) {
    if (!condition) {
      throw new IllegalStateException(message);
    }
  }

  public static void checkState(boolean condition, String template, Object... args) {
    if (!condition) {
      throw new IllegalStateException(format(template, args));
    }
  }

  public static <T> T checkNotNull(T object) {
    return checkNotNull(object, "Value must not be null");
  }

  public static <T> T checkNotNull(T object, String message) {
    if (object == null) {
      throw new NullPointerException(message);
    }
    return object;
  }

  public static void checkSetting(boolean condition, String template, Object... args)
      throws InvalidSettingsException {
    if (!condition) {
      throw new InvalidSettingsException(format(template, args));
    }
  }

  public static <T> T checkSettingNotNull(T object, String template, Object... args)
      throws InvalidSettingsException {
    checkSetting(object != null, template, args);
    return object;
  }

  private static String format(String template, Object... args) {
    return args.length == 0 ? template : String.format(template, args);
  }
}
