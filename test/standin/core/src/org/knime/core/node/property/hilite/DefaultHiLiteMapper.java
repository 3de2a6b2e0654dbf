// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.property.hilite;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.knime.core.data.RowKey;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** A mapping kept in a map. */
public class DefaultHiLiteMapper implements HiLiteMapper {
  private final Map<RowKey, Set<RowKey>> map;

  public DefaultHiLiteMapper(Map<RowKey, Set<RowKey>> map) {
    this.map = new LinkedHashMap<>(map);
  }

  @Override
  public Set<RowKey> getKeys(RowKey key) {
    return map.get(key);
  }

  @Override
  public Set<RowKey> keySet() {
    return map.keySet();
  }

  public void save(ConfigWO config) {
    map.forEach((key, keys) -> config.addRowKeyArray(key.getString(), keys.toArray(new RowKey[0])));
  }

  public static DefaultHiLiteMapper load(ConfigRO config) throws InvalidSettingsException {
    Map<RowKey, Set<RowKey>> map = new LinkedHashMap<>();
    for (String key : config) {
      map.put(new RowKey(key), new LinkedHashSet<>(Set.of(config.getRowKeyArray(key))));
    }
    return new DefaultHiLiteMapper(map);
  }
}
