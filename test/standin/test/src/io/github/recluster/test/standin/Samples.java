// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.standin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.knime.core.node.NodeSettings;
import org.knime.core.util.FileUtil;

/** Workflows that a real KNIME 5.8.0 saved, and copies of them with changes. */
final class Samples {
  private Samples() {}

  static Path root() {
    try {
      return Path.of(Samples.class.getResource("/csv-to-csv/workflow.knime").toURI())
          .getParent()
          .getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A copy of the workflow CSV Reader, Column Filter, CSV Writer, without its output. */
  static Path csvToCsv(Path folder) throws IOException {
    Path copy = folder.resolve("csv-to-csv");
    FileUtil.copyDir(root().resolve("csv-to-csv").toFile(), copy.toFile());
    Files.delete(copy.resolve("data/out.csv"));
    return copy;
  }

  /** A change of settings. */
  interface Change {
    void apply(NodeSettings settings) throws Exception;
  }

  /** Changes the settings file of a node, or the workflow's own. */
  static void change(Path file, Change change) throws IOException {
    NodeSettings settings = (NodeSettings) NodeSettings.loadFromXML(Files.newInputStream(file));
    try {
      change.apply(settings);
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new UncheckedIOException(new IOException(e));
    }
    settings.saveToXML(Files.newOutputStream(file));
  }

  /** Adds a node of the saved settings {@code file}; an input 0 is a flow variable connection. */
  static Path addNode(Path workflow, int id, String file, int source, int sourcePort, int destPort)
      throws IOException {
    Path folder = Files.createDirectories(workflow.resolve(file + " (#" + id + ")"));
    Path settings = folder.resolve("settings.xml");
    Files.copy(root().resolve("settings/" + file + ".xml"), settings);
    change(
        workflow.resolve("workflow.knime"),
        s -> {
          NodeSettings node =
              (NodeSettings) s.getNodeSettings("nodes").addNodeSettings("node_" + id);
          node.addInt("id", id);
          node.addString("node_settings_file", folder.getFileName() + "/settings.xml");
          NodeSettings line =
              (NodeSettings) s.getNodeSettings("connections").addNodeSettings("connection_" + id);
          line.addInt("sourceID", source);
          line.addInt("destID", id);
          line.addInt("sourcePort", sourcePort);
          line.addInt("destPort", destPort);
        });
    return settings;
  }
}
