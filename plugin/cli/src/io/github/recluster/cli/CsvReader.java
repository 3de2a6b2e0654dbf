// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.cli;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Reads a table of numbers.
 *
 * <p><b>In</b>: a CSV file in UTF-8 with a header line; commas between cells, quotes around a cell
 * where needed, no line break inside a cell. <b>Out</b>: finite numbers, and the texts of the
 * column {@code label}. <b>How</b>: in blocks that end with a line; the lines of a block in
 * parallel, straight from the bytes.
 */
final class CsvReader {
  private static final int BLOCK = 1 << 24;
  private static final int LINES = 512;

  private final Path path;
  private final Parallel parallel;
  private List<String> header;
  private int labelColumn;
  private int rows;
  private final List<double[]> numbers = new ArrayList<>();
  private final List<String> labels = new ArrayList<>();

  private CsvReader(Path path, Parallel parallel) {
    this.path = path;
    this.parallel = parallel;
  }

  /**
   * Reads a file.
   *
   * @throws InputException for a cell that is no finite number, by row (from 0) and column
   */
  static NumberTable read(Path path, Parallel parallel) throws IOException {
    return new CsvReader(path, parallel).read();
  }

  private NumberTable read() throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] block = new byte[BLOCK];
      int kept = 0;
      boolean more = true;
      while (more) {
        if (kept == block.length) {
          block = Arrays.copyOf(block, Math.multiplyExact(block.length, 2)); // one very long line
        }
        int got = in.readNBytes(block, kept, block.length - kept);
        int length = kept + got;
        more = length == block.length;
        int end = more ? lastLineEnd(block, length) : length;
        readBlock(block, end);
        System.arraycopy(block, end, block, 0, length - end);
        kept = length - end;
      }
    }
    if (header == null) {
      throw new InputException(path + " must have a header line, and is empty");
    }
    return table();
  }

  private NumberTable table() {
    List<String> names = new ArrayList<>(header);
    if (labelColumn >= 0) {
      names.remove(labelColumn);
    }
    if (rows == 0 || names.isEmpty()) {
      throw new InputException(
          path + " must have rows and columns, got " + rows + " × " + names.size());
    }
    double[] all = numbers.get(0);
    if (numbers.size() > 1) {
      all = new double[Math.multiplyExact(rows, names.size())];
      int at = 0;
      for (double[] part : numbers) {
        System.arraycopy(part, 0, all, at, part.length);
        at += part.length;
      }
    }
    return new NumberTable(
        List.copyOf(names),
        Matrix.of(rows, names.size(), all),
        labelColumn >= 0 ? List.copyOf(labels) : null);
  }

  private static int lastLineEnd(byte[] block, int length) {
    int end = length;
    while (end > 0 && block[end - 1] != '\n') {
      end--;
    }
    return end;
  }

  private void readBlock(byte[] block, int end) {
    int start = 0;
    if (header == null && end > 0) {
      int line = start;
      while (line < end && block[line] != '\n') {
        line++;
      }
      readHeader(new String(block, 0, line, StandardCharsets.UTF_8));
      start = Math.min(end, line + 1);
    }
    int[] lines = lines(block, start, end);
    int n = lines.length - 1;
    if (n > 0) {
      readLines(block, lines, n);
    }
  }

  private void readHeader(String line) {
    String text = line.startsWith("\uFEFF") ? line.substring(1) : line;
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    CsvLine cells = new CsvLine(bytes, 0, bytes.length);
    header = new ArrayList<>();
    while (cells.next()) {
      String name = cells.text();
      if (header.contains(name)) {
        throw new InputException(path + " must have different columns, got " + name + " twice");
      }
      header.add(name);
    }
    labelColumn = header.indexOf(NumberTable.LABEL);
  }

  /** Where the lines that are not empty begin; at last, the end. */
  private static int[] lines(byte[] block, int start, int end) {
    int[] lines = new int[1024];
    int count = 0;
    int at = start;
    while (at < end) {
      int next = at;
      while (next < end && block[next] != '\n') {
        next++;
      }
      if (next > at && !(next == at + 1 && block[at] == '\r')) {
        if (count + 1 == lines.length) {
          lines = Arrays.copyOf(lines, 2 * count + 2);
        }
        lines[count++] = at;
      }
      at = next + 1;
    }
    lines[count] = end;
    return Arrays.copyOf(lines, count + 1);
  }

  private void readLines(byte[] block, int[] lines, int n) {
    int columns = header.size() - (labelColumn >= 0 ? 1 : 0);
    double[] part = new double[Math.multiplyExact(n, columns)];
    String[] texts = new String[labelColumn >= 0 ? n : 0];
    AtomicReference<Problem> first = new AtomicReference<>();
    parallel.forChunks(
        n,
        LINES,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            String problem = readLine(block, lines[i], lines[i + 1], part, i * columns, texts, i);
            if (problem != null) {
              Problem found = new Problem(rows + i, problem);
              first.accumulateAndGet(found, (a, b) -> a == null || b.row() < a.row() ? b : a);
              return;
            }
          }
        });
    if (first.get() != null) {
      throw new InputException(
          path + ": row " + first.get().row() + " (from 0)" + first.get().text());
    }
    numbers.add(part);
    labels.addAll(Arrays.asList(texts));
    rows = Math.addExact(rows, n);
  }

  private record Problem(int row, String text) {}

  /** Reads one line; returns what is wrong with it, or null. */
  private String readLine(
      byte[] block, int start, int end, double[] out, int at, String[] texts, int row) {
    CsvLine cells = new CsvLine(block, start, end);
    int column = 0;
    int place = at;
    while (cells.next()) {
      if (column == header.size()) {
        return " has more cells than the header's " + header.size();
      }
      if (column == labelColumn) {
        texts[row] = cells.text();
      } else {
        double value = cells.number();
        if (!Double.isFinite(value)) {
          String text = cells.text().strip();
          return ", column "
              + header.get(column)
              + " must be a finite number, got "
              + (text.isEmpty() ? "nothing" : text);
        }
        out[place++] = value;
      }
      column++;
    }
    return column < header.size()
        ? " has " + column + " cells, the header has " + header.size()
        : null;
  }
}
