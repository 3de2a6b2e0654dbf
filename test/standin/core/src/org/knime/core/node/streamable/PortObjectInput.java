// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.streamable;

import org.knime.core.node.port.PortObject;

/** A whole object at an input. */
public class PortObjectInput extends PortInput {
  private final PortObject object;

  public PortObjectInput(PortObject object) {
    this.object = object;
  }

  public PortObject getPortObject() {
    return object;
  }
}
