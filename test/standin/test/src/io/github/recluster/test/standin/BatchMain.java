// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.standin;

import org.knime.core.standin.BatchRun;

/** The batch run as a process of its own, without OSGi. */
public final class BatchMain {
  private BatchMain() {}

  public static void main(String[] args) {
    System.exit(BatchRun.run(System.out, args));
  }
}
