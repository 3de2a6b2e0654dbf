// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.cli;

/** A wrong option or bad input: one line for the user, exit code 2. */
final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1;

  InputException(String message) {
    super(message);
  }
}
