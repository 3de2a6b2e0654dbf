// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.streamable;

/** How an output may be written. */
public final class OutputPortRole extends PortRole {
  public static final OutputPortRole DISTRIBUTED = new OutputPortRole(true);
  public static final OutputPortRole NONDISTRIBUTED = new OutputPortRole(false);

  private OutputPortRole(boolean distributable) {
    super(distributable);
  }
}
