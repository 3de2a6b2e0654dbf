// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters;

import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;

/** What options may know of the node's input when their defaults and choices are computed. */
public interface NodeParametersInput {
  PortType[] getInPortTypes();

  PortObjectSpec[] getInPortSpecs();

  Optional<PortObjectSpec> getInPortSpec(int portIndex);

  DataTableSpec[] getInTableSpecs();

  Optional<DataTableSpec> getInTableSpec(int portIndex);

  PortObject[] getInPortObjects();

  Optional<PortObject> getInPortObject(int portIndex);

  BufferedDataTable[] getInTables();

  Optional<BufferedDataTable> getInTable(int portIndex);

  PortType[] getOutPortTypes();
}
