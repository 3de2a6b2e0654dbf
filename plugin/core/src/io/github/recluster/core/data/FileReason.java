// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.data;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;

/** Why a file or folder can't be made, in words: some exceptions tell but its name. */
public final class FileReason {
  private FileReason() {}

  /** The reason, without a full stop. */
  public static String of(IOException e) {
    String said = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    if (said != null) {
      return said.replaceFirst("\\.$", "");
    } else if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    return e instanceof FileAlreadyExistsException
        ? "a file is there already"
        : "no file can be made there";
  }
}
