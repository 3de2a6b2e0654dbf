// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin.nodes;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/** Cuts a text into records and fields; a field without a value is null. */
final class CsvLines {
  private final BufferedReader in;
  private final String delimiter;
  private final int quote;
  private final int escape;
  private final String comment;
  private final boolean trim;
  private final boolean emptyQuotesMissing;

  CsvLines(BufferedReader in, NodeSettings settings) throws InvalidSettingsException {
    NodeSettings simple = settings.getNodeSettings("settings");
    NodeSettings advanced = settings.getNodeSettings("advanced_settings");
    this.in = in;
    this.delimiter = simple.getString("column_delimiter");
    this.quote = first(simple.getString("quote_char"));
    this.escape = first(simple.getString("quote_escape_char"));
    this.comment = simple.getString("comment_char");
    this.trim = advanced.getString("quote_option").equals("REMOVE_QUOTES_AND_TRIM");
    this.emptyQuotesMissing = advanced.getBoolean("replace_empty_quotes_with_missing");
  }

  private static int first(String text) {
    return text == null || text.isEmpty() || text.charAt(0) == 0 ? -1 : text.charAt(0);
  }

  /** The next record; null at the end. */
  List<String> next() throws IOException {
    String line = in.readLine();
    while (line != null
        && !comment.isEmpty()
        && comment.charAt(0) != 0
        && line.startsWith(comment)) {
      line = in.readLine();
    }
    if (line == null) {
      return null;
    }
    List<String> fields = new ArrayList<>();
    int at = 0;
    while (at <= line.length()) {
      int start = at;
      while (trim && start < line.length() && line.charAt(start) == ' ') {
        start++;
      }
      if (start < line.length() && line.charAt(start) == quote) {
        StringBuilder field = new StringBuilder();
        int end = quoted(line, start + 1, field);
        while (end < 0) { // the field goes on in the next line
          String more = in.readLine();
          if (more == null) {
            throw new IOException("A quote is not closed: " + line);
          }
          line = line + "\n" + more;
          field.setLength(0);
          end = quoted(line, start + 1, field);
        }
        fields.add(field.length() == 0 && emptyQuotesMissing ? null : field.toString());
        int next = line.indexOf(delimiter, end);
        at = next < 0 ? line.length() + 1 : next + delimiter.length();
      } else {
        int next = line.indexOf(delimiter, at);
        String field = line.substring(at, next < 0 ? line.length() : next);
        field = trim ? field.trim() : field;
        fields.add(field.isEmpty() ? null : field);
        at = next < 0 ? line.length() + 1 : next + delimiter.length();
      }
    }
    return fields;
  }

  /** Reads up to the closing quote and gives the place behind it; −1 where there is none. */
  private int quoted(String line, int start, StringBuilder field) {
    for (int i = start; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == escape && i + 1 < line.length() && line.charAt(i + 1) == quote) {
        field.append(line.charAt(++i));
      } else if (c == quote) {
        return i + 1;
      } else {
        field.append(c);
      }
    }
    return -1;
  }
}
