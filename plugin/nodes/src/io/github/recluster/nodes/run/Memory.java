// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.run;

import java.util.Locale;
import org.knime.core.node.KNIMEException;

/** Looks whether a computation fits into memory, before it is begun. */
public final class Memory {
  private Memory() {}

  /**
   * Refuses a computation that cannot fit.
   *
   * @param stage what it does, for the message
   * @param bytes what it needs at its peak, estimated
   * @throws KNIMEException with a sentence for the user, if that is more than KNIME may take
   */
  public static void require(String stage, long rows, int columns, double bytes)
      throws KNIMEException {
    long available = Runtime.getRuntime().maxMemory();
    if (bytes > available) {
      throw new KNIMEException(
          String.format(
              Locale.ROOT,
              "%s of %,d rows × %,d columns needs about %.1f GB of memory, and KNIME may take"
                  + " %.1f GB. Raise -Xmx in knime.ini, or take fewer rows.",
              stage,
              rows,
              columns,
              bytes / 1e9,
              available / 1e9));
    }
  }
}
