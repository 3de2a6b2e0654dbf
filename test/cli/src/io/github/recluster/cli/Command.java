// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** One call of the command: its exit code, and what it printed. */
record Command(int code, String out, String err) {
  static Command run(Object... words) {
    String[] texts = new String[words.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = words[i].toString();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            texts);
    return new Command(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** It worked: silent but for the JSON line, which is returned. */
  String json() {
    assertEquals("", err);
    assertEquals(0, code);
    assertEquals(1, out.lines().count(), out);
    assertObject(out);
    return out.strip();
  }

  /** It is one JSON object, to a parser that knows nothing of the command. */
  private static void assertObject(String text) {
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      assertEquals(JsonToken.START_OBJECT, parser.nextToken(), text);
      parser.skipChildren();
      assertNull(parser.nextToken(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
  }

  /** It was refused with this one line, and nothing on standard output. */
  void assertRefused(String line) {
    assertEquals(line + "\n", err);
    assertEquals(2, code);
    assertEquals("", out);
  }
}
