// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.run;

import java.util.concurrent.ThreadLocalRandom;

/** Where random numbers begin: the same each time, unless the user wants it otherwise. */
public final class Seed {
  private Seed() {}

  /** The seed of a run: the static one, or a new one for each run. */
  public static int of(boolean isStatic, int seed) {
    return isStatic ? seed : ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);
  }
}
