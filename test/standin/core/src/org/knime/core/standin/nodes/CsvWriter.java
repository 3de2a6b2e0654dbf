// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin.nodes;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.zip.GZIPOutputStream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortType;

/** CSV Writer: a table into a text file, numbers and quotes as KNIME writes them. */
final class CsvWriter extends SettingsNodeModel {
  private static final int MAX_DIGITS = 340;
  private final DecimalFormat decimals = new DecimalFormat("#", symbols());
  private final DecimalFormat integers = new DecimalFormat("#", symbols());

  CsvWriter() {
    super(new PortType[] {BufferedDataTable.TYPE}, new PortType[0]);
  }

  private static DecimalFormatSymbols symbols() {
    return DecimalFormatSymbols.getInstance(Locale.ENGLISH);
  }

  @Override
  protected DataTableSpec[] configure(DataTableSpec[] specs) throws InvalidSettingsException {
    boolean texts =
        specs[0].stream()
            .map(column -> column.getType())
            .allMatch(t -> t.isCompatible(StringValue.class) || t.isCompatible(DoubleValue.class));
    if (!texts) {
      throw new InvalidSettingsException("Input table must only contain String, Int, or Doubles");
    }
    return new DataTableSpec[0];
  }

  @Override
  protected BufferedDataTable[] execute(BufferedDataTable[] tables, ExecutionContext exec)
      throws Exception {
    NodeSettings simple = settings().getNodeSettings("settings");
    NodeSettings advanced = settings().getNodeSettings("advanced_settings");
    FileChooser chooser = new FileChooser(simple.getNodeSettings("file_chooser_settings"));
    boolean header =
        simple.getBoolean("write_column_header")
            && !(simple.getBoolean("skip_column_header_on_append") && chooser.appends());
    boolean trailingZero = advanced.getBoolean("keep_trailing_zero_in_decimals", false);
    decimals.applyPattern(trailingZero ? "0.0" : "0.#");
    decimals.setMaximumFractionDigits(MAX_DIGITS);
    String charset = settings().getNodeSettings("encoding").getString("character_set");
    Charset encoding = charset == null ? Charset.defaultCharset() : Charset.forName(charset);
    chooser.write(
        raw -> {
          boolean zip = advanced.getBoolean("compress_with_gzip", false);
          Writer out =
              new BufferedWriter(
                  new OutputStreamWriter(zip ? new GZIPOutputStream(raw) : raw, encoding));
          write(tables[0], header, out, exec);
          out.close();
        });
    return new BufferedDataTable[0];
  }

  private void write(BufferedDataTable table, boolean header, Writer out, ExecutionContext exec)
      throws Exception {
    NodeSettings simple = settings().getNodeSettings("settings");
    DataTableSpec spec = table.getDataTableSpec();
    boolean rowKeys = simple.getBoolean("write_row_header");
    String delimiter = simple.getString("column_delimiter");
    if (header) {
      StringJoiner line = new StringJoiner(delimiter);
      if (rowKeys) {
        line.add(quote("row ID", false));
      }
      for (String name : spec.getColumnNames()) {
        line.add(quote(name, false));
      }
      end(out.append(line.toString()));
    }
    String missing =
        settings().getNodeSettings("advanced_settings").getString("missing_value_pattern");
    long index = 0;
    for (DataRow row : table) {
      exec.checkCanceled();
      exec.setProgress(index++ / (double) table.size());
      StringJoiner line = new StringJoiner(delimiter);
      if (rowKeys) {
        line.add(quote(row.getKey().getString(), false));
      }
      for (int i = 0; i < row.getNumCells(); i++) {
        DataCell cell = row.getCell(i);
        DataType type = spec.getColumnSpec(i).getType();
        if (cell.isMissing()) {
          line.add(missing);
        } else if (type.isCompatible(DoubleValue.class)) {
          line.add(quote(number(cell, type.equals(DoubleCell.TYPE)), true));
        } else {
          line.add(quote(cell.toString(), false));
        }
      }
      end(out.append(line.toString()));
    }
  }

  private void end(Writer out) throws IOException, InvalidSettingsException {
    String style = settings().getNodeSettings("settings").getString("row_delimiter", "");
    out.write(style != null && style.contains("WIN") ? "\r\n" : "\n");
  }

  private String number(DataCell cell, boolean decimal) throws InvalidSettingsException {
    NodeSettings advanced = settings().getNodeSettings("advanced_settings");
    if (advanced.getBoolean("use_scientific_format", false)) {
      return cell.toString();
    }
    double value = ((DoubleValue) cell).getDoubleValue();
    String text = (decimal ? decimals : integers).format(value);
    return decimal ? text.replace('.', advanced.getChar("decimal_separator", '.')) : text;
  }

  private String quote(String text, boolean number) throws InvalidSettingsException {
    NodeSettings simple = settings().getNodeSettings("settings");
    NodeSettings advanced = settings().getNodeSettings("advanced_settings");
    String delimiter = simple.getString("column_delimiter");
    boolean special = text.contains(delimiter) || text.contains("\n") || text.contains("\r");
    boolean quoted =
        switch (advanced.getString("quote_mode")) {
          case "ALWAYS" -> true;
          case "STRINGS_ONLY" -> !number;
          case "IF_NEEDED" -> special;
          default -> false;
        };
    if (!quoted) {
      return number || !special
          ? text
          : text.replace(delimiter, advanced.getString("separator_replacement"));
    }
    String quote = String.valueOf(simple.getChar("quote_char"));
    String escape = String.valueOf(simple.getChar("quote_escape_char"));
    String escaped = quote.equals(escape) ? text : text.replace(escape, escape + escape);
    return quote + escaped.replace(quote, escape + quote) + quote;
  }
}
