// SPDX-License-Identifier: Apache-2.0
package org.knime.core.util;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.knime.core.standin.WorkflowFolder;

/** Files, and URLs that mean files: those of {@code knime://knime.workflow/} too. */
public final class FileUtil {
  private FileUtil() {}

  public static URL toURL(String text) throws MalformedURLException, InvalidPathException {
    if (text.startsWith(WorkflowFolder.SCHEME + "://")) {
      return WorkflowFolder.toUrl(text);
    }
    try {
      return new URL(text.replace(" ", "%20"));
    } catch (MalformedURLException e) {
      return Path.of(text).toAbsolutePath().toUri().toURL();
    }
  }

  public static Path resolveToPath(URL url) throws IOException, URISyntaxException {
    if (url.getProtocol().equals(WorkflowFolder.SCHEME)) {
      return WorkflowFolder.resolve(url.toString());
    }
    return url.getProtocol().equals("file") ? Path.of(url.toURI()) : null;
  }

  public static File createTempDir(String prefix) throws IOException {
    File folder = Files.createTempDirectory(prefix).toFile();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> deleteRecursively(folder)));
    return folder;
  }

  public static void copyDir(File from, File to) throws IOException {
    for (Path source : tree(from.toPath())) {
      Path target = to.toPath().resolve(from.toPath().relativize(source).toString());
      if (Files.isDirectory(source)) {
        Files.createDirectories(target);
      } else {
        Files.copy(source, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static List<Path> tree(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.collect(Collectors.toList());
    }
  }

  public static boolean deleteRecursively(File folder) {
    try {
      List<Path> files = tree(folder.toPath());
      files.sort(Comparator.reverseOrder());
      for (Path file : files) {
        Files.delete(file);
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
