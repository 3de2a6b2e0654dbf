// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.LinkedHashMap;
import java.util.Map;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** Free notes on a column, by key. */
public final class DataColumnProperties {
  private final Map<String, String> properties;

  public DataColumnProperties() {
    this(Map.of());
  }

  public DataColumnProperties(Map<String, String> properties) {
    this.properties = new LinkedHashMap<>(properties);
  }

  public boolean containsProperty(String key) {
    return properties.containsKey(key);
  }

  public String getProperty(String key) {
    return properties.get(key);
  }

  public String getProperty(String key, String fallback) {
    return properties.getOrDefault(key, fallback);
  }

  public DataColumnProperties cloneAndOverwrite(Map<String, String> more) {
    DataColumnProperties clone = new DataColumnProperties(properties);
    clone.properties.putAll(more);
    return clone;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DataColumnProperties
        && properties.equals(((DataColumnProperties) other).properties);
  }

  @Override
  public int hashCode() {
    return properties.hashCode();
  }

  @Override
  public String toString() {
    return properties.toString();
  }

  public void save(ConfigWO config) {
    properties.forEach(config::addString);
  }

  public static DataColumnProperties load(ConfigRO config) throws InvalidSettingsException {
    DataColumnProperties loaded = new DataColumnProperties();
    for (String key : config) {
      loaded.properties.put(key, config.getString(key));
    }
    return loaded;
  }
}
