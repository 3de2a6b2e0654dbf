// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import java.io.IOException;
import javax.swing.JComponent;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/** What travels between ports. */
public interface PortObject {
  PortType TYPE = PortTypeRegistry.getInstance().getPortType(PortObject.class);
  PortType TYPE_OPTIONAL = PortTypeRegistry.getInstance().getPortType(PortObject.class, true);

  String getSummary();

  PortObjectSpec getSpec();

  JComponent[] getViews();

  /** Writes and reads objects. */
  abstract class PortObjectSerializer<T extends PortObject> {
    public PortObjectSerializer() {}

    public abstract void savePortObject(
        T object, PortObjectZipOutputStream out, ExecutionMonitor monitor)
        throws IOException, CanceledExecutionException;

    public abstract T loadPortObject(
        PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor monitor)
        throws IOException, CanceledExecutionException;
  }
}
