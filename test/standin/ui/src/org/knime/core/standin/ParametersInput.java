// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParametersInput;

/** What the input's specifications tell; there are no data while a dialog opens. */
public final class ParametersInput implements NodeParametersInput {
  private final PortObjectSpec[] specs;

  public ParametersInput(PortObjectSpec... specs) {
    this.specs = specs.clone();
  }

  @Override
  public PortType[] getInPortTypes() {
    return Stream.of(specs)
        .map(spec -> spec instanceof DataTableSpec ? BufferedDataTable.TYPE : PortObject.TYPE)
        .toArray(PortType[]::new);
  }

  @Override
  public PortObjectSpec[] getInPortSpecs() {
    return specs.clone();
  }

  @Override
  public Optional<PortObjectSpec> getInPortSpec(int portIndex) {
    return Optional.ofNullable(specs[portIndex]);
  }

  @Override
  public DataTableSpec[] getInTableSpecs() {
    return Arrays.stream(specs)
        .map(spec -> spec instanceof DataTableSpec table ? table : null)
        .toArray(DataTableSpec[]::new);
  }

  @Override
  public Optional<DataTableSpec> getInTableSpec(int portIndex) {
    return specs[portIndex] instanceof DataTableSpec table ? Optional.of(table) : Optional.empty();
  }

  @Override
  public PortObject[] getInPortObjects() {
    return new PortObject[specs.length];
  }

  @Override
  public Optional<PortObject> getInPortObject(int portIndex) {
    return Optional.empty();
  }

  @Override
  public BufferedDataTable[] getInTables() {
    return new BufferedDataTable[specs.length];
  }

  @Override
  public Optional<BufferedDataTable> getInTable(int portIndex) {
    return Optional.empty();
  }

  @Override
  public PortType[] getOutPortTypes() {
    return new PortType[0];
  }
}
