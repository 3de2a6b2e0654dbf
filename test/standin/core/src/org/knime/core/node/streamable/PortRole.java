// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.streamable;

/** Whether a port's rows may be split over machines. */
public class PortRole {
  private final boolean distributable;

  PortRole(boolean distributable) {
    this.distributable = distributable;
  }

  public boolean isDistributable() {
    return distributable;
  }
}
