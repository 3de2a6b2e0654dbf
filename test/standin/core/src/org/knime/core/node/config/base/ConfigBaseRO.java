// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Set;
import org.knime.core.node.InvalidSettingsException;

/** The reading side of a settings tree. */
public interface ConfigBaseRO extends Iterable<String> {
  ConfigBase getConfigBase(String key) throws InvalidSettingsException;

  void saveToXML(OutputStream out) throws IOException;

  void copyTo(ConfigBaseWO target);

  String getKey();

  Set<String> keySet();

  boolean containsKey(String key);

  @Override
  Iterator<String> iterator();

  int getInt(String key) throws InvalidSettingsException;

  int getInt(String key, int fallback);

  double getDouble(String key) throws InvalidSettingsException;

  double getDouble(String key, double fallback);

  float getFloat(String key) throws InvalidSettingsException;

  float getFloat(String key, float fallback);

  char getChar(String key) throws InvalidSettingsException;

  char getChar(String key, char fallback);

  byte getByte(String key) throws InvalidSettingsException;

  byte getByte(String key, byte fallback);

  short getShort(String key) throws InvalidSettingsException;

  short getShort(String key, short fallback);

  long getLong(String key) throws InvalidSettingsException;

  long getLong(String key, long fallback);

  boolean getBoolean(String key) throws InvalidSettingsException;

  boolean getBoolean(String key, boolean fallback);

  String getString(String key) throws InvalidSettingsException;

  String getString(String key, String fallback);

  String[] getStringArray(String key) throws InvalidSettingsException;
}
