// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.List;
import java.util.Objects;
import org.knime.core.data.property.ColorHandler;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** A column's name, type, domain and properties. */
public final class DataColumnSpec {
  private final String name;
  private final List<String> elementNames;
  private final DataType type;
  private final DataColumnDomain domain;
  private final DataColumnProperties properties;
  private final ColorHandler colors;

  DataColumnSpec(
      String name,
      List<String> elementNames,
      DataType type,
      DataColumnDomain domain,
      DataColumnProperties properties,
      ColorHandler colors) {
    this.name = Objects.requireNonNull(name, "A column needs a name");
    this.elementNames = elementNames;
    this.type = Objects.requireNonNull(type, "A column needs a type");
    this.domain = domain;
    this.properties = properties;
    this.colors = colors;
  }

  public String getName() {
    return name;
  }

  public List<String> getElementNames() {
    return elementNames;
  }

  public DataType getType() {
    return type;
  }

  public DataColumnDomain getDomain() {
    return domain;
  }

  public DataColumnProperties getProperties() {
    return properties;
  }

  public ColorHandler getColorHandler() {
    return colors;
  }

  public boolean equalStructure(DataColumnSpec other) {
    return other != null && name.equals(other.name) && type.equals(other.type);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DataColumnSpec
        && equalStructure((DataColumnSpec) other)
        && domain.equals(((DataColumnSpec) other).domain)
        && properties.equals(((DataColumnSpec) other).properties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, type);
  }

  @Override
  public String toString() {
    return name + " (" + type + ")";
  }

  public void save(ConfigWO config) {
    config.addString("column_name", name);
    config.addStringArray("element_names", elementNames.toArray(new String[0]));
    config.addDataType("column_type", type);
    domain.save(config.addConfig("column_domain"));
    properties.save(config.addConfig("column_properties"));
    config.addConfig("meta_data");
  }

  public static DataColumnSpec load(ConfigRO config) throws InvalidSettingsException {
    DataColumnSpecCreator creator =
        new DataColumnSpecCreator(
            config.getString("column_name"), config.getDataType("column_type"));
    creator.setDomain(DataColumnDomain.load(config.getConfig("column_domain")));
    creator.setProperties(DataColumnProperties.load(config.getConfig("column_properties")));
    return creator.createSpec();
  }
}
