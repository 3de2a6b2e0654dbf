// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.streamable;

/** How an input may be read. */
public final class InputPortRole extends PortRole {
  public static final InputPortRole DISTRIBUTED_STREAMABLE = new InputPortRole(true, true);
  public static final InputPortRole DISTRIBUTED_NONSTREAMABLE = new InputPortRole(true, false);
  public static final InputPortRole NONDISTRIBUTED_STREAMABLE = new InputPortRole(false, true);
  public static final InputPortRole NONDISTRIBUTED_NONSTREAMABLE = new InputPortRole(false, false);
  private final boolean streamable;

  private InputPortRole(boolean distributable, boolean streamable) {
    super(distributable);
    this.streamable = streamable;
  }

  public boolean isStreamable() {
    return streamable;
  }
}
