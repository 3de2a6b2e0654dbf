// SPDX-License-Identifier: Apache-2.0
package org.knime.core.util;

/** A row key that the table has already. */
public class DuplicateKeyException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String key;

  public DuplicateKeyException(String key) {
    this("Encountered duplicate row ID \"" + key + "\"", key);
  }

  public DuplicateKeyException(String message, String key) {
    super(message);
    this.key = key;
  }
}
