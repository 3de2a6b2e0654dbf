// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.streamable;

/** What comes in at a port. */
public abstract class PortInput {
  public PortInput() {}
}
