// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.run;

import java.util.Locale;

/** A number with its noun: {@code 1 cluster}, {@code 1,204 rows}. */
public final class Count {
  private Count() {}

  /**
   * The words.
   *
   * @param noun in the singular; with an s, it is the plural
   */
  public static String of(long number, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }
}
