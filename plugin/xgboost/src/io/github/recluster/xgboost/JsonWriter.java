// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.xgboost;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** Writes an {@link XgboostDocument} as JSON; the stream is not closed. */
final class JsonWriter {
  private final JsonGenerator out;

  private JsonWriter(JsonGenerator out) {
    this.out = out;
  }

  static void write(Object document, OutputStream stream) throws IOException {
    JsonGenerator generator = new JsonFactory().createGenerator(stream);
    generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    new JsonWriter(generator).value(document);
    generator.close();
  }

  private void value(Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      out.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.writeFieldName((String) entry.getKey());
        value(entry.getValue());
      }
      out.writeEndObject();
    } else if (value instanceof String text) {
      out.writeString(text);
    } else if (value instanceof Integer number) {
      out.writeNumber(number);
    } else {
      array(value);
    }
  }

  private void array(Object value) throws IOException {
    out.writeStartArray();
    if (value instanceof List<?> list) {
      for (Object item : list) {
        value(item);
      }
    } else if (value instanceof int[] numbers) {
      for (int number : numbers) {
        out.writeNumber(number);
      }
    } else if (value instanceof byte[] numbers) {
      for (byte number : numbers) {
        out.writeNumber(number);
      }
    } else if (value instanceof float[] numbers) {
      for (float number : numbers) {
        out.writeNumber(XgboostDocument.number(number));
      }
    }
    out.writeEndArray();
  }
}
