// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin.nodes;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.standin.WorkflowFolder;

/** The file that a reader or writer of KNIME's is set to. */
final class FileChooser {
  private final NodeSettings settings;

  FileChooser(NodeSettings settings) {
    this.settings = settings;
  }

  Path path() throws InvalidSettingsException, IOException {
    return WorkflowFolder.resolve(settings.getNodeSettings("path"));
  }

  Path existing() throws InvalidSettingsException, IOException {
    Path file = path();
    if (!Files.isRegularFile(file)) {
      throw new FileNotFoundException("The file '" + file + "' does not exist.");
    }
    return file;
  }

  /** Writes bytes. */
  interface Writer {
    void write(OutputStream out) throws Exception;
  }

  /** Writes the file as the settings allow; when the writer fails nothing is left half-written. */
  void write(Writer writer) throws Exception {
    Path file = path();
    Path folder = file.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      if (!settings.getBoolean("create_missing_folders", false)) {
        throw new IOException(
            "The directory '"
                + folder
                + "' does not exist and must not be created due to user"
                + " settings.");
      }
      Files.createDirectories(folder);
    }
    String policy = settings.getString("if_path_exists", "fail");
    boolean append = policy.equals("append") && Files.exists(file);
    if (policy.equals("fail") && Files.exists(file)) {
      throw new FileAlreadyExistsException(
          "Output file '" + file + "' exists and must not be overwritten due to user settings.");
    }
    Path part = folder.resolve(file.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW)) {
        if (append) {
          Files.copy(file, out);
        }
        writer.write(out);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  boolean appends() throws InvalidSettingsException, IOException {
    return settings.getString("if_path_exists", "fail").equals("append") && Files.exists(path());
  }
}
