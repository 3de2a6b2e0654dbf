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
}
