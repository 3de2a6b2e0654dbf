// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin.nodes;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortType;
import org.knime.core.util.UniqueNameGenerator;

/** CSV Reader: a table from a text file, with the types its values allow. */
final class CsvReader extends SettingsNodeModel {
  CsvReader() {
    super(new PortType[0], new PortType[] {BufferedDataTable.TYPE});
  }

  @Override
  protected DataTableSpec[] configure(DataTableSpec[] specs) throws InvalidSettingsException {
    if (settings().containsKey("table_spec_config_Internals")) {
      setWarningMessage(
          "The stand-in reads the columns as they are, not as the dialog changes them.");
    }
    return new DataTableSpec[1];
  }

  @Override
  protected BufferedDataTable[] execute(BufferedDataTable[] tables, ExecutionContext exec)
      throws Exception {
    NodeSettings simple = settings().getNodeSettings("settings");
    Path file = new FileChooser(simple.getNodeSettings("file_selection")).existing();
    List<List<String>> records = records(file, exec);
    boolean header = simple.getBoolean("has_column_header");
    boolean rowId = simple.getBoolean("has_row_id");
    List<String> names = header && !records.isEmpty() ? records.remove(0) : List.of();
    int width = Math.max(names.size(), records.stream().mapToInt(List::size).max().orElse(0));
    checkLengths(records, width, simple.getBoolean("support_short_data_rows"));
    limit(records);
    int first = rowId ? 1 : 0;
    DataColumnSpec[] columns = columns(names, records, first, width);
    return new BufferedDataTable[] {table(columns, records, rowId, exec)};
  }

  private List<List<String>> records(Path file, ExecutionContext exec) throws Exception {
    NodeSettings limits = settings().getNodeSettings("limit_rows");
    String charset = settings().getNodeSettings("encoding").getString("charset");
    Charset encoding = charset == null ? Charset.defaultCharset() : Charset.forName(charset);
    boolean skipEmpty = settings().getNodeSettings("settings").getBoolean("skip_empty_data_rows");
    List<List<String>> records = new ArrayList<>();
    try (BufferedReader in = new BufferedReader(new InputStreamReader(open(file), encoding))) {
      long skip = limits.getBoolean("skip_lines") ? limits.getLong("number_of_lines_to_skip") : 0;
      for (long i = 0; i < skip; i++) {
        in.readLine();
      }
      in.mark(1);
      if (in.read() != '\ufeff') {
        in.reset();
      }
      CsvLines lines = new CsvLines(in, settings());
      for (List<String> record = lines.next(); record != null; record = lines.next()) {
        exec.checkCanceled();
        boolean empty = record.size() == 1 && record.get(0) == null;
        if (!empty || !skipEmpty && !records.isEmpty() && records.get(0).size() == 1) {
          records.add(record);
        }
      }
    }
    return records;
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
  }

  private void limit(List<List<String>> records) throws InvalidSettingsException {
    NodeSettings limits = settings().getNodeSettings("limit_rows");
    if (limits.getBoolean("skip_data_rows")) {
      long skip = Math.min(limits.getLong("number_of_rows_to_skip"), records.size());
      records.subList(0, (int) skip).clear();
    }
    if (limits.getBoolean("limit_data_rows") && limits.getLong("max_rows") < records.size()) {
      records.subList((int) limits.getLong("max_rows"), records.size()).clear();
    }
  }

  private static void checkLengths(List<List<String>> records, int width, boolean allowShort)
      throws IOException {
    for (int i = 0; i < records.size(); i++) {
      List<String> record = records.get(i);
      if (record.size() < width && !allowShort) {
        throw new IOException(
            "Row "
                + (i + 1)
                + " has "
                + record.size()
                + " fields instead of "
                + width
                + ": allow short data rows in the node's dialog, or mend the file.");
      }
      while (record.size() < width) {
        record.add(null);
      }
    }
  }

  private DataColumnSpec[] columns(
      List<String> names, List<List<String>> records, int first, int width)
      throws InvalidSettingsException {
    NodeSettings advanced = settings().getNodeSettings("advanced_settings");
    long scan =
        advanced.getBoolean("limit_data_rows_scanned")
            ? advanced.getLong("max_data_rows_scanned")
            : Long.MAX_VALUE;
    List<List<String>> scanned = records.subList(0, (int) Math.min(scan, records.size()));
    CsvNumbers numbers = new CsvNumbers(advanced);
    UniqueNameGenerator unique = new UniqueNameGenerator(new HashSet<>());
    DataColumnSpec[] columns = new DataColumnSpec[width - first];
    for (int i = first; i < width; i++) {
      String name = i < names.size() ? names.get(i) : null;
      int column = i;
      DataType type = numbers.guess(scanned.stream().map(record -> record.get(column)));
      columns[i - first] = unique.newColumn(name == null ? "Column" + (i - first) : name, type);
    }
    return columns;
  }

  private BufferedDataTable table(
      DataColumnSpec[] columns, List<List<String>> records, boolean rowId, ExecutionContext exec)
      throws Exception {
    CsvNumbers numbers = new CsvNumbers(settings().getNodeSettings("advanced_settings"));
    BufferedDataContainer container = exec.createDataContainer(new DataTableSpec(columns));
    int first = rowId ? 1 : 0;
    for (int r = 0; r < records.size(); r++) {
      exec.checkCanceled();
      List<String> record = records.get(r);
      DataCell[] cells = new DataCell[columns.length];
      for (int i = 0; i < cells.length; i++) {
        try {
          cells[i] = numbers.cell(record.get(i + first), columns[i].getType());
        } catch (NumberFormatException e) {
          throw new IOException(
              "Row "
                  + (r + 1)
                  + ", column \""
                  + columns[i].getName()
                  + "\": \""
                  + record.get(i + first)
                  + "\" is not a "
                  + columns[i].getType()
                  + "; let the node scan more rows for the types.",
              e);
        }
      }
      RowKey key = rowId ? new RowKey(record.get(0)) : RowKey.createRowKey((long) r);
      container.addRowToTable(new DefaultRow(key, cells));
    }
    container.close();
    return container.getTable();
  }
}
