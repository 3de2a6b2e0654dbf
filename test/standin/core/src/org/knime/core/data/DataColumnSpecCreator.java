// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.List;
import org.knime.core.data.property.ColorHandler;

/** Makes column specs. */
public final class DataColumnSpecCreator {
  private String name;
  private List<String> elementNames = List.of();
  private DataType type;
  private DataColumnDomain domain = new DataColumnDomain(null, null, null);
  private DataColumnProperties properties = new DataColumnProperties();
  private ColorHandler colors;

  public DataColumnSpecCreator(String name, DataType type) {
    setName(name);
    setType(type);
  }

  public DataColumnSpecCreator(DataColumnSpec spec) {
    this(spec.getName(), spec.getType());
    elementNames = spec.getElementNames();
    domain = spec.getDomain();
    properties = spec.getProperties();
    colors = spec.getColorHandler();
  }

  public void setName(String name) {
    if (name == null || name.isEmpty()) {
      throw new IllegalArgumentException("A column needs a name");
    }
    this.name = name;
  }

  public void setType(DataType type) {
    this.type = type;
  }

  public void setDomain(DataColumnDomain domain) {
    this.domain = domain == null ? new DataColumnDomain(null, null, null) : domain;
  }

  public void setProperties(DataColumnProperties properties) {
    this.properties = properties == null ? new DataColumnProperties() : properties;
  }

  public DataColumnSpec createSpec() {
    return new DataColumnSpec(name, elementNames, type, domain, properties, colors);
  }
}
