// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.knime.core.node.InvalidSettingsException;

/**
 * A tree of named values in the order they were added: what KNIME keeps of a node's settings. An
 * array is a config with the entries {@code array-size, 0, 1, …}.
 */
public abstract class ConfigBase extends AbstractConfigEntry implements ConfigBaseRO, ConfigBaseWO {
  private static final String SIZE = "array-size";
  private final Map<String, AbstractConfigEntry> entries = new LinkedHashMap<>();

  public ConfigBase(String key) {
    super(ConfigEntries.config, key);
  }

  public abstract ConfigBase getInstance(String key);

  protected void put(AbstractConfigEntry entry) {
    entries.put(entry.getKey(), entry);
  }

  @Override
  public final ConfigBase addConfigBase(String key) {
    ConfigBase child = getInstance(key);
    put(child);
    return child;
  }

  protected final void addConfigBase(ConfigBase child) {
    put(child);
  }

  @Override
  public final ConfigBase getConfigBase(String key) throws InvalidSettingsException {
    AbstractConfigEntry entry = entries.get(key);
    if (entry instanceof ConfigBase) {
      return (ConfigBase) entry;
    }
    throw new InvalidSettingsException("Config for key \"" + key + "\" not found.");
  }

  public final AbstractConfigEntry removeConfig(String key) {
    return entries.remove(key);
  }

  public AbstractConfigEntry getEntry(String key) {
    return entries.get(key);
  }

  public void addEntry(AbstractConfigEntry entry) {
    put(entry);
  }

  @Override
  public Set<String> keySet() {
    return Collections.unmodifiableSet(entries.keySet());
  }

  @Override
  public final Iterator<String> iterator() {
    return keySet().iterator();
  }

  @Override
  public boolean containsKey(String key) {
    return entries.containsKey(key);
  }

  @Override
  boolean hasIdenticalValue(AbstractConfigEntry other) {
    return other instanceof ConfigBase && entries.equals(((ConfigBase) other).entries);
  }

  @Override
  public void copyTo(ConfigBaseWO target) {
    ConfigBase to = (ConfigBase) target;
    for (AbstractConfigEntry entry : entries.values()) {
      if (entry instanceof ConfigBase) {
        ((ConfigBase) entry).copyTo(to.addConfigBase(entry.getKey()));
      } else {
        to.put(entry);
      }
    }
  }

  @Override
  public final String toStringValue() {
    return getKey();
  }

  @Override
  public String toString() {
    return getKey() + entries.values();
  }

  @Override
  public final void saveToXML(OutputStream out) throws IOException {
    try (out) {
      ConfigXml.write(this, out);
    }
  }

  protected static ConfigBase loadFromXML(ConfigBase config, InputStream in) throws IOException {
    try (in) {
      return ConfigXml.read(config, in);
    }
  }

  private void putValue(ConfigEntries type, String key, String value) {
    put(new ValueEntry(type, key, value));
  }

  private <T> T parse(String key, ConfigEntries type, Function<String, T> parser)
      throws InvalidSettingsException {
    if (!(entries.get(key) instanceof ValueEntry)) {
      throw new InvalidSettingsException(
          type.name().substring(1) + " for key \"" + key + "\" not found.");
    }
    ValueEntry entry = (ValueEntry) entries.get(key);
    if (entry.getType() != type) {
      throw new InvalidSettingsException(
          "Entry for key \"" + key + "\" is of type " + entry.getType() + ", not " + type + ".");
    }
    try {
      return parser.apply(entry.value);
    } catch (RuntimeException e) {
      throw new InvalidSettingsException(
          "Entry for key \"" + key + "\" cannot be read as " + type + ": " + entry.value, e);
    }
  }

  private static boolean parseBoolean(String text) {
    if (text.equals("true") || text.equals("false")) {
      return text.equals("true");
    }
    throw new IllegalArgumentException("not a boolean: " + text);
  }

  private interface Get<T> {
    T get() throws InvalidSettingsException;
  }

  private static <T> T orElse(Get<T> value, T fallback) {
    try {
      return value.get();
    } catch (InvalidSettingsException e) {
      return fallback;
    }
  }

  @Override
  public void addInt(String key, int value) {
    putValue(ConfigEntries.xint, key, Integer.toString(value));
  }

  @Override
  public int getInt(String key) throws InvalidSettingsException {
    return parse(key, ConfigEntries.xint, text -> Integer.parseInt(text));
  }

  @Override
  public int getInt(String key, int fallback) {
    return orElse(() -> getInt(key), fallback);
  }

  @Override
  public void addDouble(String key, double value) {
    putValue(ConfigEntries.xdouble, key, Double.toString(value));
  }

  @Override
  public double getDouble(String key) throws InvalidSettingsException {
    return parse(key, ConfigEntries.xdouble, text -> Double.parseDouble(text));
  }

  @Override
  public double getDouble(String key, double fallback) {
    return orElse(() -> getDouble(key), fallback);
  }

  @Override
  public void addFloat(String key, float value) {
    putValue(ConfigEntries.xfloat, key, Float.toString(value));
  }

  @Override
  public float getFloat(String key) throws InvalidSettingsException {
    return parse(key, ConfigEntries.xfloat, text -> Float.parseFloat(text));
  }

  @Override
  public float getFloat(String key, float fallback) {
    return orElse(() -> getFloat(key), fallback);
  }

  @Override
  public void addLong(String key, long value) {
    putValue(ConfigEntries.xlong, key, Long.toString(value));
  }

  @Override
  public long getLong(String key) throws InvalidSettingsException {
    return parse(key, ConfigEntries.xlong, text -> Long.parseLong(text));
  }

  @Override
  public long getLong(String key, long fallback) {
    return orElse(() -> getLong(key), fallback);
  }

  @Override
  public void addShort(String key, short value) {
    putValue(ConfigEntries.xshort, key, Short.toString(value));
  }

  @Override
  public short getShort(String key) throws InvalidSettingsException {
    return parse(key, ConfigEntries.xshort, text -> Short.parseShort(text));
  }

  @Override
  public short getShort(String key, short fallback) {
    return orElse(() -> getShort(key), fallback);
  }

  @Override
  public void addByte(String key, byte value) {
    putValue(ConfigEntries.xbyte, key, Byte.toString(value));
  }

  @Override
  public byte getByte(String key) throws InvalidSettingsException {
    return parse(key, ConfigEntries.xbyte, text -> Byte.parseByte(text));
  }

  @Override
  public byte getByte(String key, byte fallback) {
    return orElse(() -> getByte(key), fallback);
  }

  @Override
  public void addChar(String key, char value) {
    putValue(ConfigEntries.xchar, key, String.valueOf(value));
  }

  @Override
  public char getChar(String key) throws InvalidSettingsException {
    return parse(key, ConfigEntries.xchar, text -> text.charAt(0));
  }

  @Override
  public char getChar(String key, char fallback) {
    return orElse(() -> getChar(key), fallback);
  }

  @Override
  public void addBoolean(String key, boolean value) {
    putValue(ConfigEntries.xboolean, key, Boolean.toString(value));
  }

  @Override
  public boolean getBoolean(String key) throws InvalidSettingsException {
    return parse(key, ConfigEntries.xboolean, text -> parseBoolean(text));
  }

  @Override
  public boolean getBoolean(String key, boolean fallback) {
    return orElse(() -> getBoolean(key), fallback);
  }

  @Override
  public void addString(String key, String value) {
    putValue(ConfigEntries.xstring, key, value);
  }

  @Override
  public String getString(String key) throws InvalidSettingsException {
    return parse(key, ConfigEntries.xstring, text -> text);
  }

  @Override
  public String getString(String key, String fallback) {
    return orElse(() -> getString(key), fallback);
  }

  @Override
  public void addStringArray(String key, String... values) {
    ConfigBase array = addConfigBase(key);
    if (values != null) {
      array.addInt(SIZE, values.length);
      for (int i = 0; i < values.length; i++) {
        array.addString(Integer.toString(i), values[i]);
      }
    }
  }

  @Override
  public String[] getStringArray(String key) throws InvalidSettingsException {
    ConfigBase array = getConfigBase(key);
    int size = array.getInt(SIZE, -1);
    if (size < 0) {
      return null;
    }
    String[] values = new String[size];
    for (int i = 0; i < size; i++) {
      values[i] = array.getString(Integer.toString(i));
    }
    return values;
  }
}
