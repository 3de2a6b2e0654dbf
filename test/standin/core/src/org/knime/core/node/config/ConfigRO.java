// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.base.ConfigBaseRO;

/** The reading side of a settings tree that also holds cells and types. */
public interface ConfigRO extends ConfigBaseRO {
  Config getConfig(String key) throws InvalidSettingsException;

  DataCell getDataCell(String key) throws InvalidSettingsException;

  DataCell getDataCell(String key, DataCell fallback);

  DataCell[] getDataCellArray(String key) throws InvalidSettingsException;

  RowKey getRowKey(String key) throws InvalidSettingsException;

  RowKey[] getRowKeyArray(String key) throws InvalidSettingsException;

  DataType getDataType(String key) throws InvalidSettingsException;

  DataType getDataType(String key, DataType fallback);

  DataType[] getDataTypeArray(String key) throws InvalidSettingsException;
}
