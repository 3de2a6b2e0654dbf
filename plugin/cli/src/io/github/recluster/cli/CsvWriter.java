// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.cli;

import com.fasterxml.jackson.core.io.NumberOutput;
import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a table as CSV. A number is written with the fewest digits that read back as the same
 * number, and alike on every Java (where {@code Double.toString} changed in Java 19).
 */
final class CsvWriter {
  private static final int CHUNK = 512;
  private static final int WAVE = 64;

  private CsvWriter() {}

  /** Writes the cells of one row. */
  @FunctionalInterface
  interface Row {
    void write(int row, Cells out);
  }

  /** The cells of some rows, as text. */
  static final class Cells {
    private final StringBuilder text = new StringBuilder(1 << 14);
    private boolean first = true;

    private StringBuilder cell() {
      if (!first) {
        text.append(',');
      }
      first = false;
      return text;
    }

    Cells add(double value) {
      cell().append(NumberOutput.toString(value, true));
      return this;
    }

    /** A number, or nothing for NaN. */
    Cells addKnown(double value) {
      return Double.isNaN(value) ? add("") : add(value);
    }

    Cells add(int value) {
      cell().append(value);
      return this;
    }

    Cells add(String value) {
      boolean quote = value.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
      cell().append(quote ? '"' + value.replace("\"", "\"\"") + '"' : value);
      return this;
    }

    @Override
    public String toString() {
      return text.toString();
    }

    private void endRow() {
      text.append('\n');
      first = true;
    }
  }

  static void write(Path path, List<String> names, Matrix x, Parallel parallel) throws IOException {
    Row row =
        (i, out) -> {
          for (int j = 0; j < x.columns(); j++) {
            out.add(x.get(i, j));
          }
        };
    write(path, names, x.rows(), row, parallel);
  }

  static void write(Path path, List<String> names, int rows, Row row, Parallel parallel)
      throws IOException {
    WholeFile.write(path, out -> write(out, names, rows, row, parallel));
  }

  private static void write(
      OutputStream out, List<String> names, int rows, Row row, Parallel parallel)
      throws IOException {
    Cells header = new Cells();
    names.forEach(header::add);
    header.endRow();
    out.write(bytes(header));
    for (int start = 0; start < rows; start += CHUNK * WAVE) {
      int first = start;
      byte[][] chunks = new byte[WAVE][];
      parallel.forChunks(
          Math.min(rows - start, CHUNK * WAVE),
          CHUNK,
          (from, to) -> {
            Cells cells = new Cells();
            for (int i = first + from; i < first + to; i++) {
              row.write(i, cells);
              cells.endRow();
            }
            chunks[from / CHUNK] = bytes(cells);
          });
      for (byte[] chunk : chunks) {
        if (chunk != null) {
          out.write(chunk);
        }
      }
    }
  }

  private static byte[] bytes(Cells cells) {
    return cells.toString().getBytes(StandardCharsets.UTF_8);
  }
}
