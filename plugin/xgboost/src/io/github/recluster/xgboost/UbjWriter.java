// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.xgboost;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Writes an {@link XgboostDocument} as Universal Binary JSON, arrays typed as XGBoost does; the
 * stream is not closed.
 */
final class UbjWriter {
  private final DataOutputStream out;

  private UbjWriter(DataOutputStream out) {
    this.out = out;
  }

  static void write(Object document, OutputStream stream) throws IOException {
    DataOutputStream data = new DataOutputStream(new BufferedOutputStream(stream, 1 << 16));
    new UbjWriter(data).value(document);
    data.flush();
  }

  private void value(Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      out.writeByte('{');
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        text((String) entry.getKey());
        value(entry.getValue());
      }
      out.writeByte('}');
    } else if (value instanceof String text) {
      out.writeByte('S');
      text(text);
    } else if (value instanceof Integer number) {
      out.writeByte('l');
      out.writeInt(number);
    } else {
      array(value);
    }
  }

  private void text(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    length(bytes.length);
    out.write(bytes);
  }

  private void length(int length) throws IOException {
    out.writeByte('L');
    out.writeLong(length);
  }

  private void array(Object value) throws IOException {
    out.writeByte('[');
    if (value instanceof List<?> list) {
      out.writeByte('#');
      length(list.size());
      for (Object item : list) {
        value(item);
      }
    } else if (value instanceof int[] numbers) {
      typed('l', numbers.length);
      for (int number : numbers) {
        out.writeInt(number);
      }
    } else if (value instanceof long[] numbers) {
      typed('L', numbers.length);
      for (long number : numbers) {
        out.writeLong(number);
      }
    } else if (value instanceof byte[] numbers) {
      typed('U', numbers.length);
      out.write(numbers);
    } else if (value instanceof float[] numbers) {
      typed('d', numbers.length);
      for (float number : numbers) {
        out.writeFloat(number);
      }
    }
  }

  private void typed(char type, int length) throws IOException {
    out.writeByte('$');
    out.writeByte(type);
    out.writeByte('#');
    length(length);
  }
}
