// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
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
    return out.strip();
  }

  /** It was refused with this one line, and nothing on standard output. */
  void assertRefused(String line) {
    assertEquals(line + "\n", err);
    assertEquals(2, code);
    assertEquals("", out);
  }
}
