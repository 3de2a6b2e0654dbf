// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.cli;

import io.github.recluster.core.data.FileReason;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file so that it appears whole or not at all: beside its place, then moved there. */
final class WholeFile {
  private WholeFile() {}

  /** Writes what goes into a file; need not close it. */
  @FunctionalInterface
  interface Content {
    void write(OutputStream out) throws IOException;
  }

  static void write(Path target, Content content) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    Path part = folder.resolve("." + target.getFileName() + "." + ProcessHandle.current().pid());
    part.toFile().deleteOnExit(); // also where the user stops the program
    try {
      write(part, target, content);
    } catch (IOException e) {
      throw new IOException(target + ": " + FileReason.of(e), e);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void write(Path part, Path target, Content content) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
      content.write(out);
    }
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
