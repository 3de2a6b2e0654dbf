// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.message;

import java.util.List;
import java.util.Objects;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** What a node tells: a summary, the issues behind it and what to do. */
public final class Message {
  private final String summary;
  private final List<String> issues;
  private final List<String> resolutions;

  Message(String summary, List<String> issues, List<String> resolutions) {
    this.summary = summary;
    this.issues = List.copyOf(issues);
    this.resolutions = List.copyOf(resolutions);
  }

  public static MessageBuilder builder() {
    return new MessageBuilder();
  }

  public static Message fromSummary(String summary) {
    return new Message(summary, List.of(), List.of());
  }

  public static Message fromSummaryWithResolution(String summary, String... resolutions) {
    return new Message(summary, List.of(), List.of(resolutions));
  }

  public static Message fromRowIssue(
      String summary, int port, long row, int column, String description) {
    return builder().withSummary(summary).addRowIssue(port, column, row, description).build().get();
  }

  public static String getSummaryFrom(Message message) {
    return message == null ? null : message.summary;
  }

  public MessageBuilder modify() {
    MessageBuilder builder = builder().withSummary(summary);
    issues.forEach(builder::addTextIssue);
    return builder.addResolutions(resolutions.toArray(new String[0]));
  }

  public String getSummary() {
    return summary;
  }

  public List<String> getResolutions() {
    return resolutions;
  }

  public String toLogPrintable() {
    StringBuilder text = new StringBuilder(summary);
    issues.forEach(issue -> text.append("\n  - ").append(issue));
    resolutions.forEach(resolution -> text.append("\n  > ").append(resolution));
    return text.toString();
  }

  public InvalidSettingsException toInvalidSettingsException() {
    return new InvalidSettingsException(summary);
  }

  public InvalidSettingsException toInvalidSettingsException(Throwable cause) {
    return new InvalidSettingsException(summary, cause);
  }

  public KNIMEException toKNIMEException() {
    return KNIMEException.of(this);
  }

  public KNIMEException toKNIMEException(Throwable cause) {
    return KNIMEException.of(this, cause);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Message
        && Objects.equals(summary, ((Message) other).summary)
        && issues.equals(((Message) other).issues)
        && resolutions.equals(((Message) other).resolutions);
  }

  @Override
  public int hashCode() {
    return Objects.hash(summary, issues, resolutions);
  }

  @Override
  public String toString() {
    return toLogPrintable();
  }
}
