// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;

/** What cannot be is refused in one sentence. */
public final class Refusals {
  private Refusals() {}

  /** Asserts that an action is refused with exactly this sentence. */
  public static void assertRefused(String message, Executable action) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, action).getMessage());
  }
}
