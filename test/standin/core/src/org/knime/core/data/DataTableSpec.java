// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.swing.JComponent;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;
import org.knime.core.node.port.PortObjectSpec;

/** The columns of a table, in order. */
public final class DataTableSpec implements PortObjectSpec, Iterable<DataColumnSpec> {
  private final String name;
  private final DataColumnSpec[] columns;
  private final Map<String, Integer> index = new HashMap<>();
  private final Map<String, String> properties;

  public DataTableSpec() {
    this(new DataColumnSpec[0]);
  }

  public DataTableSpec(DataColumnSpec... columns) {
    this((String) null, columns);
  }

  public DataTableSpec(String name) {
    this(name, new DataColumnSpec[0]);
  }

  public DataTableSpec(String name, DataColumnSpec... columns) {
    this(name, columns, Map.of());
  }

  public DataTableSpec(DataTableSpec left, DataTableSpec right) {
    this(null, left, right);
  }

  public DataTableSpec(String name, DataTableSpec left, DataTableSpec right) {
    this(name, Stream.concat(left.stream(), right.stream()).toArray(DataColumnSpec[]::new));
  }

  public DataTableSpec(String[] names, DataType[] types) {
    this(null, names, types);
  }

  public DataTableSpec(String name, String[] names, DataType[] types) {
    this(name, createColumnSpecs(names, types));
  }

  DataTableSpec(String name, DataColumnSpec[] columns, Map<String, String> properties) {
    this.name = name == null ? "default" : name;
    this.columns = columns.clone();
    this.properties = Map.copyOf(properties);
    for (int i = 0; i < columns.length; i++) {
      if (index.put(columns[i].getName(), i) != null) {
        throw new IllegalArgumentException("Duplicate column name: " + columns[i].getName());
      }
    }
  }

  public static final DataColumnSpec[] createColumnSpecs(String[] names, DataType[] types) {
    if (names.length != types.length) {
      throw new IllegalArgumentException(names.length + " names, " + types.length + " types");
    }
    return IntStream.range(0, names.length)
        .mapToObj(i -> new DataColumnSpecCreator(names[i], types[i]).createSpec())
        .toArray(DataColumnSpec[]::new);
  }

  public boolean containsName(String column) {
    return index.containsKey(column);
  }

  public int findColumnIndex(String column) {
    return index.getOrDefault(column, -1);
  }

  public final String[] getColumnNames() {
    return stream().map(DataColumnSpec::getName).toArray(String[]::new);
  }

  public DataColumnSpec getColumnSpec(int i) {
    return columns[i];
  }

  public DataColumnSpec getColumnSpec(String column) {
    int i = findColumnIndex(column);
    return i < 0 ? null : columns[i];
  }

  public String getName() {
    return name;
  }

  public int getNumColumns() {
    return columns.length;
  }

  public Map<String, String> getProperties() {
    return properties;
  }

  public boolean equalStructure(DataTableSpec other) {
    return other != null
        && columns.length == other.columns.length
        && IntStream.range(0, columns.length)
            .allMatch(i -> columns[i].equalStructure(other.columns[i]));
  }

  @Override
  public Iterator<DataColumnSpec> iterator() {
    return Collections.unmodifiableList(Arrays.asList(columns)).iterator();
  }

  public Stream<DataColumnSpec> stream() {
    return Arrays.stream(columns);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DataTableSpec
        && Arrays.equals(columns, ((DataTableSpec) other).columns);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(columns);
  }

  @Override
  public String toString() {
    return "name=" + name + ",columns=" + Arrays.toString(getColumnNames());
  }

  @Override
  public JComponent[] getViews() {
    return new JComponent[0];
  }

  public void save(ConfigWO config) {
    config.addString("spec_name", name);
    config.addInt("number_columns", columns.length);
    for (int i = 0; i < columns.length; i++) {
      columns[i].save(config.addConfig("column_spec_" + i));
    }
  }

  public static DataTableSpec load(ConfigRO config) throws InvalidSettingsException {
    List<DataColumnSpec> columns = new ArrayList<>();
    int count = config.getInt("number_columns");
    for (int i = 0; i < count; i++) {
      columns.add(DataColumnSpec.load(config.getConfig("column_spec_" + i)));
    }
    return new DataTableSpec(config.getString("spec_name"), columns.toArray(new DataColumnSpec[0]));
  }
}
