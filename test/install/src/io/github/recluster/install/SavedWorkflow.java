// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.install;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A saved workflow, made of nodes of the example workflow with some of their settings changed. */
final class SavedWorkflow {
  static final Path EXAMPLE = InstalledProgram.ROOT.resolve("test/workflows/health-insurance");

  final Path folder;
  private final StringBuilder nodes = new StringBuilder();
  private final StringBuilder wires = new StringBuilder();
  private int wireCount;

  SavedWorkflow(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    Files.createDirectories(folder.resolve("data"));
  }

  /** A copy of the whole example with every {@code threads} setting set. */
  static Path copyOfExample(Path target, int threads) throws IOException {
    try (Stream<Path> files = Files.walk(EXAMPLE)) {
      for (Path file : files.toList()) {
        Path copy = target.resolve(EXAMPLE.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else if (file.endsWith("settings.xml")) {
          Files.writeString(copy, set("threads", threads).apply(Files.readString(file)));
        } else {
          Files.copy(file, copy);
        }
      }
    }
    return target;
  }

  /** A table in the workflow's data area. */
  SavedWorkflow table(String name, String... lines) throws IOException {
    Files.write(folder.resolve("data").resolve(name), List.of(lines));
    return this;
  }

  /** A node as the example has it under that name, changed. */
  @SafeVarargs
  final SavedWorkflow node(int id, String name, UnaryOperator<String>... changes)
      throws IOException {
    String settings = Files.readString(exampleFolder(name).resolve("settings.xml"));
    for (UnaryOperator<String> change : changes) {
      settings = change.apply(settings);
    }
    String file = name + " (#" + id + ")/settings.xml";
    Files.createDirectories(folder.resolve(file).getParent());
    Files.writeString(folder.resolve(file), settings);
    Map<String, Object> keys = new TreeMap<>();
    keys.put("id", id);
    keys.put("node_settings_file", file);
    keys.put("node_is_meta", false);
    keys.put("node_type", "NativeNode");
    nodes.append(config("node_" + id, keys));
    return this;
  }

  /** A wire; ports are counted from 1 on, as KNIME saves them: 0 is the flow variable port. */
  SavedWorkflow wire(int from, int outPort, int to, int inPort) {
    wires.append(
        config(
            "connection_" + wireCount++,
            Map.of("sourceID", from, "sourcePort", outPort, "destID", to, "destPort", inPort)));
    return this;
  }

  Path save() throws IOException {
    Files.writeString(
        folder.resolve("workflow.knime"),
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<config xmlns=\"http://www.knime.org/2008/09/XMLConfig\" key=\"workflow.knime\">\n"
            + entry("created_by", "5.8.0")
            + entry("version", "5.1.0")
            + entry("name", folder.getFileName())
            + "<config key=\"nodes\">\n"
            + nodes
            + "</config>\n<config key=\"connections\">\n"
            + wires
            + "</config>\n</config>\n",
        UTF_8);
    return folder;
  }

  /** Sets every entry of that key to a value. */
  static UnaryOperator<String> set(String key, Object value) {
    String pattern = "(<entry key=\"" + key + "\" type=\"[a-z]+\" value=\")[^\"]*";
    return settings -> settings.replaceAll(pattern, "$1" + value);
  }

  /** Chooses columns by name. */
  static UnaryOperator<String> choose(String... names) {
    UnaryOperator<String> columns = columns("columns", names);
    return settings -> columns.apply(set("columnMode", "CHOSEN").apply(settings));
  }

  /** Names the columns of a column filter. */
  static UnaryOperator<String> columns(String filter, String... names) {
    StringBuilder list = new StringBuilder(entry("array-size", names.length));
    for (int i = 0; i < names.length; i++) {
      list.append(entry(String.valueOf(i), names[i]));
    }
    String start = "<config key=\"" + filter + "\">.*?<config key=\"manuallySelected\">";
    return settings ->
        settings.replaceFirst("(?s)(" + start + ").*?</config>", "$1" + list + "</config>");
  }

  /** Replaces text. */
  static UnaryOperator<String> replace(String text, String by) {
    return settings -> settings.replace(text, by);
  }

  /** The file that a reader reads or a writer writes, in the workflow's data area. */
  static UnaryOperator<String> file(String path) {
    return settings ->
        settings.replaceAll("(<entry key=\"path\" type=\"xstring\" value=\")[^\"]*", "$1" + path);
  }

  private static Path exampleFolder(String name) throws IOException {
    try (Stream<Path> folders = Files.list(EXAMPLE)) {
      return folders
          .filter(f -> f.getFileName().toString().startsWith(name + " (#"))
          .sorted()
          .findFirst()
          .orElseThrow();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static String config(String key, Map<String, Object> entries) {
    StringBuilder text = new StringBuilder("<config key=\"" + key + "\">\n");
    entries.forEach((name, value) -> text.append(entry(name, value)));
    return text.append("</config>\n").toString();
  }

  private static String entry(String key, Object value) {
    String type =
        value instanceof Integer ? "xint" : value instanceof Boolean ? "xboolean" : "xstring";
    return "<entry key=\"" + key + "\" type=\"" + type + "\" value=\"" + value + "\"/>\n";
  }
}
