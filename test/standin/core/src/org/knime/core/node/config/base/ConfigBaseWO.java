// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

/** The writing side of a settings tree. */
public interface ConfigBaseWO {
  ConfigBase addConfigBase(String key);

  String getKey();

  void addInt(String key, int value);

  void addDouble(String key, double value);

  void addChar(String key, char value);

  void addShort(String key, short value);

  void addLong(String key, long value);

  void addByte(String key, byte value);

  void addString(String key, String value);

  void addBoolean(String key, boolean value);

  void addFloat(String key, float value);

  void addStringArray(String key, String... values);
}
