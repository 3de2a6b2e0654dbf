// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin.nodes;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/** Texts as cells: the first of int, long, double and text that all values of a column are. */
final class CsvNumbers {
  private static final List<DataType> TYPES =
      List.of(IntCell.TYPE, LongCell.TYPE, DoubleCell.TYPE, StringCell.TYPE);
  private final String thousands;
  private final char decimal;

  CsvNumbers(NodeSettings advanced) throws InvalidSettingsException {
    String separator = advanced.getString("thousands_separator", "\0");
    thousands = separator.isEmpty() || separator.charAt(0) == 0 ? "" : separator;
    decimal = advanced.getString("decimal_separator", ".").charAt(0);
  }

  DataType guess(Stream<String> values) {
    int type = 0;
    boolean any = false;
    for (Iterator<String> it = values.iterator(); it.hasNext(); ) {
      String value = it.next();
      if (value != null) {
        any = true;
        while (!fits(value, TYPES.get(type))) {
          type++;
        }
      }
    }
    return any ? TYPES.get(type) : StringCell.TYPE;
  }

  private boolean fits(String value, DataType type) {
    try {
      cell(value, type);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  DataCell cell(String value, DataType type) {
    if (value == null) {
      return DataType.getMissingCell();
    }
    if (type.equals(IntCell.TYPE)) {
      return new IntCell(Integer.parseInt(digits(value)));
    }
    if (type.equals(LongCell.TYPE)) {
      return new LongCell(Long.parseLong(digits(value)));
    }
    if (type.equals(DoubleCell.TYPE)) {
      if (decimal != '.' && value.indexOf('.') >= 0) {
        throw new NumberFormatException(value);
      }
      return new DoubleCell(Double.parseDouble(digits(value).replace(decimal, '.')));
    }
    return new StringCell(value);
  }

  private String digits(String value) {
    return thousands.isEmpty() ? value : value.replace(thousands, "");
  }
}
