// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.compute;

import java.util.concurrent.CancellationException;

/**
 * Where a stage says how far it is, and hears that it shall stop. Called from any thread, often:
 * implementations are thread-safe and cheap. One that only stops may say nothing.
 */
@FunctionalInterface
public interface Progress {
  /** Says nothing and never stops. */
  Progress NONE = () -> false;

  /**
   * Says how far the work is.
   *
   * @param fraction of the work done, 0 to 1
   * @param message what is being done, for a user: "Laying out, epoch 120 of 500"
   */
  default void report(double fraction, String message) {}

  /** Whether the user asked to stop. */
  boolean canceled();

  /**
   * Ends the work if the user asked to stop. Stages call this at least ten times a second.
   *
   * @throws CancellationException if so
   */
  default void checkCanceled() {
    if (canceled()) {
      throw new CancellationException("canceled");
    }
  }

  /** The part of this progress that lies between two fractions, for one step of the work. */
  default Progress part(double from, double to) {
    Progress whole = this;
    return new Progress() {
      @Override
      public void report(double fraction, String message) {
        whole.report(from + (to - from) * Math.min(1, Math.max(0, fraction)), message);
      }

      @Override
      public boolean canceled() {
        return whole.canceled();
      }
    };
  }

  /** For work side by side: hears of cancellation, and says nothing. */
  default Progress silent() {
    return () -> canceled();
  }
}
