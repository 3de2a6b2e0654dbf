// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.cli;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.compute.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** One call of a stage: its threads, and how long reading, the work and writing took. */
final class Run {
  private final Parallel parallel;
  private final Parallel quiet;
  private double readSeconds;
  private double fitSeconds;
  private double writeSeconds;
  private int rows;
  private int columns;
  private final Map<String, String> facts = new LinkedHashMap<>();

  Run(int threads, Progress progress) {
    this.parallel = new Parallel(threads, progress);
    this.quiet = new Parallel(threads, Progress.NONE);
  }

  /** Does something with files. */
  @FunctionalInterface
  interface Action<T> {
    T run() throws IOException;
  }

  /** Writes something. */
  @FunctionalInterface
  interface Writing {
    void run() throws IOException;
  }

  /** Loads a model. */
  @FunctionalInterface
  interface Loading<T> {
    T read(InputStream in) throws IOException;
  }

  Parallel parallel() {
    return parallel;
  }

  Parallel quiet() {
    return quiet;
  }

  /** Reads the table that the result will speak of. */
  NumberTable table(Path path) {
    NumberTable table = otherTable(path);
    rows = table.x().rows();
    columns = table.x().columns();
    return table;
  }

  NumberTable otherTable(Path path) {
    return reading(() -> CsvReader.read(path, quiet));
  }

  <T> T model(Path path, Loading<T> loading) {
    return reading(
        () -> {
          try (InputStream in = Files.newInputStream(path)) {
            return loading.read(in);
          } catch (IOException e) {
            throw new IOException(path + ": " + e.getMessage(), e);
          }
        });
  }

  <T> T reading(Action<T> action) {
    long start = System.nanoTime();
    try {
      return action.run();
    } catch (IOException e) {
      throw new InputException(e.getMessage());
    } finally {
      readSeconds += since(start);
    }
  }

  <T> T fitting(Supplier<T> work) {
    long start = System.nanoTime();
    try {
      return work.get();
    } finally {
      fitSeconds += since(start);
    }
  }

  /** A part of the work that gets a member of its own in the JSON line. */
  <T> T fitting(String part, Supplier<T> work) {
    double before = fitSeconds;
    T result = fitting(work);
    fact(part + "_seconds", seconds(fitSeconds - before));
    return result;
  }

  void writing(Writing writing) throws IOException {
    long start = System.nanoTime();
    writing.run();
    writeSeconds += since(start);
  }

  /** One more member of the JSON line; {@code json} is written as it is. */
  void fact(String name, String json) {
    facts.put(name, json);
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  String json(String stage) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("stage", '"' + stage + '"');
    members.put("rows", String.valueOf(rows));
    members.put("columns", String.valueOf(columns));
    members.put("threads", String.valueOf(parallel.threads()));
    members.put("fit_seconds", seconds(fitSeconds));
    members.put("read_seconds", seconds(readSeconds));
    members.put("write_seconds", seconds(writeSeconds));
    members.put("peak_heap_mb", String.valueOf(peakHeap() >> 20));
    members.putAll(facts);
    StringBuilder json = new StringBuilder();
    members.forEach(
        (name, value) ->
            json.append(json.isEmpty() ? "{" : ",")
                .append('"')
                .append(name)
                .append("\":")
                .append(value));
    return json.append('}').toString();
  }

  private static String seconds(double seconds) {
    return String.valueOf(Math.round(seconds * 1e4) / 1e4);
  }

  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }
}
