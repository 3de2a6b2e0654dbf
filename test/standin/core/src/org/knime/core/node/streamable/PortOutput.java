// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.streamable;

/** What goes out at a port. */
public abstract class PortOutput {
  public PortOutput() {}
}
