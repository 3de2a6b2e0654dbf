// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes compact JSON for the pages: numbers with seven significant digits, long arrays packed as
 * base64 little-endian. What is null is left out of an object; NaN and infinities become null. The
 * page's counterpart is {@code lib/unpack.js}.
 */
final class Json {
  private static final MathContext DIGITS = new MathContext(7, RoundingMode.HALF_EVEN);
  private static final double EXACT_LONG = 1e15;

  /** Text that is JSON already. */
  record Raw(String json) {}

  private Json() {}

  /** A chart: its kind, title and caption, then what it draws, as for {@link #object}. */
  static String chart(String kind, Chart chart, Object... drawn) {
    Object[] first = {"kind", kind, "title", chart.title(), "caption", chart.caption()};
    return object(Stream.of(first, drawn).flatMap(Arrays::stream).toArray());
  }

  /** An object from alternating keys and values: texts, numbers, arrays, lists and {@link Raw}. */
  static String object(Object... keysAndValues) {
    var out = new StringBuilder("{");
    for (int i = 0; i < keysAndValues.length; i += 2) {
      if (keysAndValues[i + 1] != null) {
        out.append(out.length() > 1 ? "," : "");
        text(out, (String) keysAndValues[i]);
        value(out.append(':'), keysAndValues[i + 1]);
      }
    }
    return out.append('}').toString();
  }

  /** An object inside another. */
  static Raw of(Object... keysAndValues) {
    return new Raw(object(keysAndValues));
  }

  /** Coordinates and other real numbers, one float each; null stays null. */
  static Raw pack(float[] values) {
    if (values == null) {
      return null;
    }
    Raw exact = wholeNumbers(values);
    if (exact != null) {
      return exact;
    }
    ByteBuffer bytes = buffer(values.length * Float.BYTES);
    for (float value : values) {
      bytes.putFloat(value);
    }
    return of("f32", base64(bytes));
  }

  /** Cluster numbers and codes, two bytes each where they fit; null stays null. */
  static Raw pack(int[] values) {
    if (values == null) {
      return null;
    }
    boolean small = true;
    for (int value : values) {
      small &= value == (short) value;
    }
    ByteBuffer bytes = buffer(values.length * (small ? Short.BYTES : Integer.BYTES));
    for (int value : values) {
      if (small) {
        bytes.putShort((short) value);
      } else {
        bytes.putInt(value);
      }
    }
    return of(small ? "i16" : "i32", base64(bytes));
  }

  /** Row keys; the usual Row0, Row1, … in three words; null stays null. */
  static Raw packKeys(List<String> keys) {
    if (keys == null) {
      return null;
    }
    for (int i = 0; i < keys.size(); i++) {
      if (!keys.get(i).equals("Row" + i)) {
        return of("list", keys);
      }
    }
    return of("prefix", "Row", "count", keys.size());
  }

  private static Raw wholeNumbers(float[] values) {
    int[] whole = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      whole[i] = (int) values[i];
      if (whole[i] != values[i] || whole[i] != (short) whole[i]) {
        return null;
      }
    }
    return pack(whole);
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  @SuppressWarnings("ByteBufferBackingArray") // made by buffer(): its array is all of it
  private static String base64(ByteBuffer bytes) {
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  private static void value(StringBuilder out, Object value) {
    if (value == null) {
      out.append("null");
    } else if (value instanceof Raw raw) {
      out.append(raw.json);
    } else if (value instanceof Double || value instanceof Float) {
      out.append(number(((Number) value).doubleValue()));
    } else if (value instanceof Number || value instanceof Boolean) {
      out.append(value);
    } else if (value instanceof Iterable<?> items) {
      list(out, items);
    } else if (value instanceof double[] values) {
      list(out, Arrays.stream(values).boxed().toList());
    } else if (value instanceof int[] values) {
      list(out, Arrays.stream(values).boxed().toList());
    } else {
      text(out, value.toString());
    }
  }

  private static void list(StringBuilder out, Iterable<?> items) {
    out.append('[');
    String comma = "";
    for (Object item : items) {
      value(out.append(comma), item);
      comma = ",";
    }
    out.append(']');
  }

  private static String number(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return "null";
    }
    if (value == Math.rint(value) && Math.abs(value) < EXACT_LONG) {
      return Long.toString((long) value);
    }
    return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toString();
  }

  private static void text(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '<' -> out.append("\\u003c"); // safe inside a page's script element too
        default -> {
          if (c < ' ' || c == '\u2028' || c == '\u2029' || Character.isSurrogate(c)) {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
