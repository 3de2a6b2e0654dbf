// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes records, maps, lists, arrays and plain values as JSON. */
public final class Json {
  private final StringBuilder out = new StringBuilder();

  private Json() {}

  /** The JSON text of a value. */
  public static String write(Object value) {
    Json json = new Json();
    json.value(value);
    return json.out.toString();
  }

  private void value(Object value) {
    if (value == null || value instanceof Boolean) {
      out.append(value);
    } else if (value instanceof Raw raw) {
      out.append(raw.text());
    } else if (value instanceof Number number) {
      number(number);
    } else if (value instanceof CharSequence || value instanceof Character) {
      string(value.toString());
    } else if (value instanceof Enum<?> constant) {
      string(constant.name());
    } else if (value instanceof Optional<?> optional) {
      value(optional.orElse(null));
    } else if (value instanceof Map<?, ?> map) {
      object(map);
    } else if (value instanceof Iterable<?> list) {
      list(list.iterator());
    } else if (value.getClass().isArray()) {
      list(elements(value));
    } else if (value instanceof Record fields) {
      object(components(fields));
    } else {
      throw new IllegalArgumentException("not a record, give a serializer: " + value.getClass());
    }
  }

  private void number(Number number) {
    boolean finite = Double.isFinite(number.doubleValue());
    out.append(finite ? number.toString() : "\"" + number + "\"");
  }

  private void object(Map<?, ?> map) {
    String separator = "{";
    for (var entry : map.entrySet()) {
      out.append(separator);
      string(String.valueOf(entry.getKey()));
      out.append(':');
      value(entry.getValue());
      separator = ",";
    }
    out.append(map.isEmpty() ? "{}" : "}");
  }

  private void list(Iterator<?> elements) {
    out.append('[');
    while (elements.hasNext()) {
      value(elements.next());
      out.append(elements.hasNext() ? "," : "");
    }
    out.append(']');
  }

  private void string(String text) {
    out.append('"');
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> out.append(c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
      }
    }
    out.append('"');
  }

  private static Iterator<Object> elements(Object array) {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < Array.getLength(array);
      }

      @Override
      public Object next() {
        return Array.get(array, next++);
      }
    };
  }

  /** The components of a record, in order. */
  static Map<String, Object> components(Record fields) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (RecordComponent component : List.of(fields.getClass().getRecordComponents())) {
      try {
        component.getAccessor().setAccessible(true);
        map.put(component.getName(), component.getAccessor().invoke(fields));
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException(e);
      }
    }
    return map;
  }

  /** A text that is JSON already. */
  public record Raw(String text) {}
}
