// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects issues while a node runs; without a summary the first issue is the summary. */
public final class MessageBuilder {
  private static final int KEPT = 10;
  private String summary;
  private long count;
  private final List<String> issues = new ArrayList<>();
  private final List<String> resolutions = new ArrayList<>();

  MessageBuilder() {}

  public Optional<String> getSummary() {
    return Optional.ofNullable(summary);
  }

  public MessageBuilder withSummary(String text) {
    this.summary = text;
    return this;
  }

  public MessageBuilder addTextIssue(String text) {
    count++;
    if (issues.size() < KEPT) {
      issues.add(text);
    }
    return this;
  }

  public MessageBuilder addRowIssue(int port, int column, long row, String text) {
    return addTextIssue("input " + port + ", column " + column + ", row " + row + ": " + text);
  }

  public MessageBuilder addRowIssue(int port, long row, String text) {
    return addTextIssue("input " + port + ", row " + row + ": " + text);
  }

  public MessageBuilder addResolutions(String... texts) {
    resolutions.addAll(List.of(texts));
    return this;
  }

  public Optional<String> getFirstIssue() {
    return issues.stream().findFirst();
  }

  public long getIssueCount() {
    return count;
  }

  public Optional<Message> build() {
    if (summary == null && issues.isEmpty()) {
      return Optional.empty();
    }
    String text = summary == null ? issues.get(0) : summary;
    return Optional.of(new Message(text, issues, resolutions));
  }
}
