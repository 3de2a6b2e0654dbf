// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import org.knime.core.node.message.Message;

/** A failure with a message for the user. */
public final class KNIMEException extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Message message;

  public KNIMEException(String message) {
    this(message, null);
  }

  public KNIMEException(String message, Throwable cause) {
    super(message, cause);
    this.message = Message.fromSummary(message);
  }

  public Message getKNIMEMessage() {
    return message;
  }
}
