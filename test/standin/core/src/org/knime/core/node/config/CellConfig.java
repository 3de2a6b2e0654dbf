// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;

/** The plain cells as settings: the class name, and a config of that name with the value. */
final class CellConfig {
  private static final String CLASS = "datacell";

  private CellConfig() {}

  static void save(DataCell cell, Config config) {
    config.addString(CLASS, cell == null ? null : cell.getClass().getName());
    if (cell == null) {
      return;
    }
    Config value = config.addConfig(cell.getClass().getName());
    if (cell instanceof MissingCell) {
      value.addString("MissingCell", ((MissingCell) cell).getError());
    } else if (cell instanceof DoubleCell) {
      value.addDouble("DoubleCell", ((DoubleCell) cell).getDoubleValue());
    } else if (cell instanceof IntCell) {
      value.addInt("IntCell", ((IntCell) cell).getIntValue());
    } else if (cell instanceof LongCell) {
      value.addLong("LongCell", ((LongCell) cell).getLongValue());
    } else if (cell instanceof BooleanCell) {
      value.addBoolean("BooleanCell", ((BooleanCell) cell).getBooleanValue());
    } else if (cell instanceof StringCell) {
      value.addString("StringCell", ((StringCell) cell).getStringValue());
    } else {
      throw new UnsupportedOperationException("the stand-in can't keep a " + cell.getClass());
    }
  }

  static DataCell load(Config config) throws InvalidSettingsException {
    String className = config.getString(CLASS);
    if (className == null) {
      return null;
    }
    Config value = config.getConfig(className);
    switch (className.substring(className.lastIndexOf('.') + 1)) {
      case "MissingCell":
        String error = value.getString("MissingCell", null);
        return error == null ? DataType.getMissingCell() : new MissingCell(error);
      case "DoubleCell":
        return new DoubleCell(value.getDouble("DoubleCell"));
      case "IntCell":
        return new IntCell(value.getInt("IntCell"));
      case "LongCell":
        return new LongCell(value.getLong("LongCell"));
      case "BooleanCell":
        return BooleanCell.get(value.getBoolean("BooleanCell"));
      case "StringCell":
        return new StringCell(value.getString("StringCell"));
      default:
        throw new InvalidSettingsException("the stand-in can't read a cell of " + className);
    }
  }
}
