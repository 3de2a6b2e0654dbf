// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.xgboost;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads Universal Binary JSON as XGBoost writes it, into maps, lists, texts and numbers; an array
 * of numbers of one type becomes {@code double[]}.
 *
 * <p><b>Ref</b>: ubjson.org, draft 12; big-endian.
 */
final class UbjReader {
  private final DataInputStream in;

  private UbjReader(DataInputStream in) {
    this.in = in;
  }

  static Object read(DataInputStream in) throws IOException {
    UbjReader reader = new UbjReader(in);
    return reader.value(reader.mark());
  }

  private char mark() throws IOException {
    return (char) in.readUnsignedByte();
  }

  private Object value(char type) throws IOException {
    return switch (type) {
      case '{' -> object();
      case '[' -> array();
      case 'S' -> text(length(mark()));
      case 'C' -> String.valueOf((char) in.readUnsignedByte());
      case 'T' -> true;
      case 'F' -> false;
      case 'Z', 'N' -> "";
      default -> number(type);
    };
  }

  private double number(char type) throws IOException {
    return switch (type) {
      case 'i' -> in.readByte();
      case 'U' -> in.readUnsignedByte();
      case 'I' -> in.readShort();
      case 'l' -> in.readInt();
      case 'L' -> in.readLong();
      case 'd' -> in.readFloat();
      case 'D' -> in.readDouble();
      default -> throw new IOException("unknown type " + type);
    };
  }

  private int length(char type) throws IOException {
    double length = number(type);
    if (!(length >= 0 && length <= Integer.MAX_VALUE)) {
      throw new EOFException("length " + length);
    }
    return (int) length;
  }

  private String text(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("text of " + length);
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private Map<String, Object> object() throws IOException {
    Map<String, Object> map = new LinkedHashMap<>();
    for (char type = mark(); type != '}'; type = mark()) {
      String key = text(length(type));
      map.put(key, value(mark()));
    }
    return map;
  }

  private Object array() throws IOException {
    char next = mark();
    if (next == '$') {
      char type = mark();
      expect('#');
      int length = length(mark());
      List<double[]> parts = new ArrayList<>(); // a damaged length must not take all memory
      int left = length;
      while (left > 0) {
        double[] part = new double[Math.min(left, 1 << 16)];
        for (int i = 0; i < part.length; i++) {
          part[i] = number(type);
        }
        parts.add(part);
        left -= part.length;
      }
      return parts.stream().flatMapToDouble(Arrays::stream).toArray();
    }
    List<Object> list = new ArrayList<>();
    if (next == '#') {
      int length = length(mark());
      for (int i = 0; i < length; i++) {
        list.add(value(mark()));
      }
    } else {
      for (char type = next; type != ']'; type = mark()) {
        list.add(value(type));
      }
    }
    return list;
  }

  private void expect(char wanted) throws IOException {
    char found = mark();
    if (found != wanted) {
      throw new IOException("expected " + wanted + ", found " + found);
    }
  }
}
