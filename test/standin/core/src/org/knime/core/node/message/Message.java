// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.message;

/** What a node tells. */
public final class Message {
  private final String summary;

  private Message(String summary) {
    this.summary = summary;
  }

  public static Message fromSummary(String summary) {
    return new Message(summary);
  }

  public String getSummary() {
    return summary;
  }

  public String toLogPrintable() {
    return summary;
  }

  @Override
  public String toString() {
    return summary;
  }
}
