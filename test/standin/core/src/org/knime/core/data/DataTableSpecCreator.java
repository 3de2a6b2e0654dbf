// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes table specs. */
public final class DataTableSpecCreator {
  private String name;
  private final List<DataColumnSpec> columns = new ArrayList<>();
  private final Map<String, String> properties = new LinkedHashMap<>();

  public DataTableSpecCreator() {}

  public DataTableSpecCreator(DataTableSpec spec) {
    name = spec.getName();
    addColumns(spec);
    properties.putAll(spec.getProperties());
  }

  public DataTableSpecCreator addColumns(DataColumnSpec... specs) {
    columns.addAll(Arrays.asList(specs));
    return this;
  }

  public DataTableSpecCreator addColumns(DataTableSpec spec) {
    spec.forEach(columns::add);
    return this;
  }

  public DataTableSpecCreator replaceColumn(int index, DataColumnSpec spec) {
    columns.set(index, spec);
    return this;
  }

  public DataTableSpecCreator setName(String name) {
    this.name = name;
    return this;
  }

  public DataTableSpec createSpec() {
    return new DataTableSpec(name, columns.toArray(new DataColumnSpec[0]), properties);
  }
}
