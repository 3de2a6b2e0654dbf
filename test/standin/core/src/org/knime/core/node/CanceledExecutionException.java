// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

/** The user canceled. */
public class CanceledExecutionException extends Exception {
  private static final long serialVersionUID = 1L;

  public CanceledExecutionException() {
    super("Execution canceled");
  }

  public CanceledExecutionException(String message) {
    super(message);
  }
}
