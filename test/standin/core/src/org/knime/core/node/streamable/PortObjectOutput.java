// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.streamable;

import org.knime.core.node.port.PortObject;

/** A whole object at an output. */
public class PortObjectOutput extends PortOutput {
  private PortObject object;

  public PortObjectOutput() {}

  public void setPortObject(PortObject object) {
    this.object = object;
  }
}
