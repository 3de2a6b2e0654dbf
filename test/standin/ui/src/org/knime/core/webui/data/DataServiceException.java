// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.data;

/** Something that the user of a page should know. */
public final class DataServiceException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String details;

  public DataServiceException(String message) {
    this(message, (String) null);
  }

  public DataServiceException(String message, Throwable cause) {
    this(message, null, cause);
  }

  public DataServiceException(String message, String details) {
    this(message, details, null);
  }

  public DataServiceException(String message, String details, Throwable cause) {
    super(message, cause);
    this.details = details;
  }

  public String getDetails() {
    return details;
  }
}
