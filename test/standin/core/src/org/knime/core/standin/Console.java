// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import org.knime.core.node.workflow.NodeProgress;
import org.knime.core.node.workflow.NodeProgressListener;

/** What a run prints: a line a node, and its progress, which on a terminal is a bar. */
final class Console {
  private static final int WIDTH = 30;
  private static final long BAR_NANOS = 100_000_000L;
  private static final long LINE_NANOS = 5_000_000_000L;
  private final PrintStream out;
  private final boolean terminal;
  private long next;
  private boolean barShown;

  Console(PrintStream out) {
    this(out, isTerminal());
  }

  Console(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  private static boolean isTerminal() {
    try {
      return Path.of("/proc/self/fd/1").toRealPath().startsWith("/dev/pts");
    } catch (IOException e) {
      return false;
    }
  }

  synchronized void state(String node, String state) {
    clearBar();
    out.println(node + ": " + state);
  }

  synchronized void warning(String node, String text) {
    clearBar();
    out.println("WARN  " + node + ": " + text);
  }

  synchronized void error(String node, String text) {
    clearBar();
    out.println("ERROR " + node + ": " + text);
  }

  NodeProgressListener progressOf(String node) {
    synchronized (this) {
      next = System.nanoTime() + (terminal ? BAR_NANOS : LINE_NANOS);
    }
    return event -> show(node, event.getNodeProgress());
  }

  private synchronized void show(String node, NodeProgress progress) {
    long now = System.nanoTime();
    if (now < next) {
      return;
    }
    next = now + (terminal ? BAR_NANOS : LINE_NANOS);
    double share = progress.hasProgress() ? progress.getProgress() : 0;
    String message = progress.hasMessage() ? progress.getMessage() : "";
    if (terminal) {
      int filled = (int) Math.round(share * WIDTH);
      String bar = "#".repeat(filled) + "-".repeat(WIDTH - filled);
      out.printf("\r\u001b[K%s [%s] %3.0f %% %s", node, bar, share * 100, message);
      out.flush();
      barShown = true;
    } else {
      out.printf("%s: %.0f %% %s%n", node, share * 100, message);
    }
  }

  private void clearBar() {
    if (barShown) {
      out.print("\r\u001b[K");
      barShown = false;
    }
  }
}
