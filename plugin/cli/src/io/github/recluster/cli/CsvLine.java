// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.cli;

import com.fasterxml.jackson.core.io.NumberInput;
import java.nio.charset.StandardCharsets;

/** The cells of one line of a CSV file, one after the other. */
final class CsvLine {
  /** Powers of ten that a double holds exactly. */
  private static final double[] TENS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private static final long EXACT = 1L << 53;

  private final byte[] bytes;
  private final int end;
  private int next;
  private int from;
  private int to;

  /** The line from {@code start} up to {@code end} or a line break. */
  CsvLine(byte[] bytes, int start, int end) {
    int last = start;
    while (last < end && bytes[last] != '\n') {
      last++;
    }
    this.bytes = bytes;
    this.end = last > start && bytes[last - 1] == '\r' ? last - 1 : last;
    this.next = start;
  }

  /** Goes to the next cell; false after the last. */
  boolean next() {
    if (next > end) {
      return false;
    }
    from = next;
    int at = from;
    if (at < end && bytes[at] == '"') {
      at++;
      while (at < end && !(bytes[at] == '"' && (at + 1 >= end || bytes[at + 1] != '"'))) {
        at += bytes[at] == '"' ? 2 : 1;
      }
    }
    while (at < end && bytes[at] != ',') {
      at++;
    }
    to = at;
    next = at + 1;
    return true;
  }

  /** The cell's text, without quotes around it. */
  String text() {
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text;
  }

  /** The cell's number, correctly rounded; NaN if it is none. */
  double number() {
    int at = from;
    boolean negative = at < to && bytes[at] == '-';
    if (negative) {
      at++;
    }
    long digits = 0;
    int count = 0;
    int decimals = 0;
    boolean point = false;
    for (; at < to && count <= 17; at++) {
      int c = bytes[at];
      if (c >= '0' && c <= '9') {
        digits = digits * 10 + (c - '0');
        count += digits == 0 ? 0 : 1;
        decimals += point ? 1 : 0;
      } else if (c == '.' && !point) {
        point = true;
      } else {
        break;
      }
    }
    boolean some = at - from > (negative ? 1 : 0) + (point ? 1 : 0);
    if (at == to && some && digits <= EXACT && decimals <= 22) {
      double value = digits / TENS[decimals]; // both exact: rounded once
      return negative ? -value : value;
    }
    return slowNumber();
  }

  private double slowNumber() {
    String text = text().strip();
    if (!text.chars().allMatch(c -> "0123456789+-.eE".indexOf(c) >= 0)) {
      return Double.NaN; // Java would also read 0x1p3, 1f and 1d
    }
    try {
      return NumberInput.parseDouble(text, true);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
