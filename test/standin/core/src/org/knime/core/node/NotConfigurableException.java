// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

/** A dialog can't open. */
public class NotConfigurableException extends Exception {
  private static final long serialVersionUID = 1L;

  public NotConfigurableException(String message) {
    super(message);
  }

  public NotConfigurableException(String message, Throwable cause) {
    super(message, cause);
  }
}
