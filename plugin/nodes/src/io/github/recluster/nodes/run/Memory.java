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
   * @param what the computation, for the message: "UMAP of 1,000,000 rows × 20 columns"
   * @param bytes what it needs at its peak, estimated
   * @throws KNIMEException with a sentence for the user, if that is more than KNIME may take
   */
  public static void require(String what, double bytes) throws KNIMEException {
    require(what, bytes, Runtime.getRuntime().maxMemory());
  }

  static void require(String what, double bytes, long available) throws KNIMEException {
    if (bytes > available) {
      throw new KNIMEException(
          String.format(
              Locale.ROOT,
              "%s needs about %.1f GB of memory, and KNIME may take %.1f GB. Raise -Xmx in"
                  + " knime.ini, or take fewer rows.",
              what,
              bytes / 1e9,
              available / 1e9));
    }
  }

  /** Rows and columns as they stand in a message: "UMAP of 1,000 rows × 20 columns". */
  public static String describe(String stage, long rows, int columns) {
    return String.format(Locale.ROOT, "%s of %,d rows × %,d columns", stage, rows, columns);
  }
}
