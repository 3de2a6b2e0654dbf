// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.base.ConfigBase;

/** A settings tree that also holds cells, row keys and types, as sub-configs. */
public abstract class Config extends ConfigBase implements ConfigRO, ConfigWO {
  private static final String SIZE = "array-size";

  protected Config(String key) {
    super(key);
  }

  @Override
  public abstract Config getInstance(String key);

  @Override
  public final Config addConfig(String key) {
    return (Config) addConfigBase(key);
  }

  protected final void addConfig(Config config) {
    addConfigBase(config);
  }

  @Override
  public final Config getConfig(String key) throws InvalidSettingsException {
    return (Config) getConfigBase(key);
  }

  @Override
  public void addDataCell(String key, DataCell cell) {
    CellConfig.save(cell, addConfig(key));
  }

  @Override
  public DataCell getDataCell(String key) throws InvalidSettingsException {
    return CellConfig.load(getConfig(key));
  }

  @Override
  public DataCell getDataCell(String key, DataCell fallback) {
    try {
      return getDataCell(key);
    } catch (InvalidSettingsException e) {
      return fallback;
    }
  }

  @Override
  public void addDataCellArray(String key, DataCell... cells) {
    Config array = addConfig(key);
    array.addInt(SIZE, cells.length);
    for (int i = 0; i < cells.length; i++) {
      array.addDataCell(Integer.toString(i), cells[i]);
    }
  }

  @Override
  public DataCell[] getDataCellArray(String key) throws InvalidSettingsException {
    Config array = getConfig(key);
    DataCell[] cells = new DataCell[array.getInt(SIZE)];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = array.getDataCell(Integer.toString(i));
    }
    return cells;
  }

  @Override
  public void addRowKey(String key, RowKey rowKey) {
    addString(key, rowKey.getString());
  }

  @Override
  public RowKey getRowKey(String key) throws InvalidSettingsException {
    return new RowKey(getString(key));
  }

  @Override
  public void addRowKeyArray(String key, RowKey... rowKeys) {
    addStringArray(key, RowKey.toStrings(rowKeys));
  }

  @Override
  public RowKey[] getRowKeyArray(String key) throws InvalidSettingsException {
    return RowKey.toRowKeys(getStringArray(key));
  }

  @Override
  public void addDataType(String key, DataType type) {
    type.save(addConfig(key));
  }

  @Override
  public DataType getDataType(String key) throws InvalidSettingsException {
    return DataType.load(getConfig(key));
  }

  @Override
  public DataType getDataType(String key, DataType fallback) {
    try {
      return getDataType(key);
    } catch (InvalidSettingsException e) {
      return fallback;
    }
  }

  @Override
  public void addDataTypeArray(String key, DataType... types) {
    Config array = addConfig(key);
    array.addInt(SIZE, types.length);
    for (int i = 0; i < types.length; i++) {
      array.addDataType(Integer.toString(i), types[i]);
    }
  }

  @Override
  public DataType[] getDataTypeArray(String key) throws InvalidSettingsException {
    Config array = getConfig(key);
    DataType[] types = new DataType[array.getInt(SIZE)];
    for (int i = 0; i < types.length; i++) {
      types[i] = array.getDataType(Integer.toString(i));
    }
    return types;
  }
}
