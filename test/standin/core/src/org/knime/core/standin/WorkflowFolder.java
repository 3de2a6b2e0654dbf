// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/** Where the workflow lies that runs now, and what its nodes' paths mean there. */
public final class WorkflowFolder {
  /** The scheme of KNIME's own URLs. */
  public static final String SCHEME = "knime";

  private static volatile Path current = Path.of("");

  private WorkflowFolder() {}

  /** The workflow that runs from now on. */
  public static void set(Path folder) {
    current = folder.toAbsolutePath().normalize();
  }

  /** A URL of KNIME's scheme, which Java alone would not know. */
  public static URL toUrl(String text) throws MalformedURLException {
    return new URL(null, text, new Handler());
  }

  /** The file of a {@code knime://knime.workflow/…} URL. */
  public static Path resolve(String url) throws IOException {
    URI uri = URI.create(url.replace(" ", "%20"));
    String path = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/+", "");
    switch (String.valueOf(uri.getAuthority())) {
      case "knime.workflow":
        return current.resolve(path).normalize();
      case "knime.mountpoint":
        return current.resolveSibling(path).normalize();
      default:
        throw new IOException("The stand-in can't resolve " + url);
    }
  }

  /** The file that a file chooser's {@code path} settings mean. */
  public static Path resolve(NodeSettingsRO location) throws InvalidSettingsException, IOException {
    String path = location.getString("path");
    String type = location.getString("file_system_type");
    String specifier = location.getString("file_system_specifier", "");
    if (path == null || path.isBlank()) {
      throw new InvalidSettingsException("No file is chosen: set the path in the node's dialog.");
    }
    switch (type) {
      case "LOCAL":
        return Path.of(path);
      case "CUSTOM_URL":
        return path.startsWith(SCHEME + ":") ? resolve(path) : Path.of(URI.create(path));
      case "RELATIVE":
        if (specifier.equals("knime.workflow.data")) {
          return current.resolve("data").resolve(path).normalize();
        }
        if (specifier.equals("knime.workflow")) {
          return current.resolve(path).normalize();
        }
        return current.resolveSibling(path.replaceFirst("^/+", "")).normalize();
      default:
        throw new InvalidSettingsException(
            "The stand-in knows no file system \""
                + type
                + "\": choose a path relative to the"
                + " workflow data area.");
    }
  }

  private static final class Handler extends URLStreamHandler {
    @Override
    protected URLConnection openConnection(URL url) throws IOException {
      Path file = resolve(url.toString());
      if (!Files.exists(file)) {
        throw new IOException("No such file: " + file);
      }
      return file.toUri().toURL().openConnection();
    }
  }
}
