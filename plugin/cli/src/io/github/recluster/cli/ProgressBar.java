// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.cli;

import io.github.recluster.core.compute.Progress;
import java.io.PrintStream;

/** How far the work is, in one line of a terminal that is written over. */
final class ProgressBar implements Progress {
  private static final int WIDTH = 30;
  private static final long NANOS = 100_000_000;

  private final PrintStream out;
  private long last;
  private boolean shown;

  ProgressBar(PrintStream out) {
    this.out = out;
  }

  @Override
  public synchronized void report(double fraction, String message) {
    long now = System.nanoTime();
    if (shown && now - last < NANOS) {
      return;
    }
    last = now;
    shown = true;
    int done = (int) Math.round(WIDTH * Math.min(1, Math.max(0, fraction)));
    String bar = "=".repeat(done) + " ".repeat(WIDTH - done);
    out.printf("\r[%s] %3.0f %%  %-40.40s", bar, 100 * fraction, message);
    out.flush();
  }

  /** Takes the line away. */
  synchronized void clear() {
    if (shown) {
      out.print("\r" + " ".repeat(WIDTH + 50) + "\r");
      out.flush();
      shown = false;
    }
  }

  @Override
  public boolean canceled() {
    return false;
  }
}
