// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.table;

import java.util.Arrays;
import java.util.Set;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.util.UniqueNameGenerator;

/** The columns that our nodes make: type, role and domain. */
public final class ColumnSpecs {
  private ColumnSpecs() {}

  /** A column without a role: of a table that only tells about rows. */
  public static DataColumnSpec plain(String name, DataType type) {
    return new DataColumnSpecCreator(name, type).createSpec();
  }

  /** A column of numbers whose range is not known yet. */
  public static DataColumnSpec number(String name, Role role) {
    DataColumnSpecCreator creator = new DataColumnSpecCreator(name, DoubleCell.TYPE);
    creator.setProperties(role.properties());
    return creator.createSpec();
  }

  /** A column of numbers with the range of the values that are finite. */
  public static DataColumnSpec number(String name, Role role, double[] values) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      if (Double.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    DataColumnSpec spec = number(name, role);
    return low <= high ? withBounds(spec, low, high) : spec;
  }

  /** The same column with a range. */
  public static DataColumnSpec withBounds(DataColumnSpec spec, double low, double high) {
    DataColumnSpecCreator creator = new DataColumnSpecCreator(spec);
    creator.setDomain(
        new DataColumnDomainCreator(new DoubleCell(low), new DoubleCell(high)).createDomain());
    return creator.createSpec();
  }

  /** A column of names; without values, they are not known yet. */
  public static DataColumnSpec names(String name, Role role, String... values) {
    DataColumnSpecCreator creator = new DataColumnSpecCreator(name, StringCell.TYPE);
    creator.setProperties(role.properties());
    if (values.length > 0) {
      DataCell[] cells = Arrays.stream(values).map(StringCell::new).toArray(DataCell[]::new);
      creator.setDomain(new DataColumnDomainCreator(cells).createDomain());
    }
    return creator.createSpec();
  }

  /** The columns under names that the table does not have yet: {@code Cluster (#1)}. */
  public static DataColumnSpec[] unique(DataTableSpec table, DataColumnSpec... columns) {
    return unique(table, Set.of(), columns);
  }

  /** The same, but for those that keep their name. */
  static DataColumnSpec[] unique(
      DataTableSpec table, Set<String> keeping, DataColumnSpec... columns) {
    UniqueNameGenerator names = new UniqueNameGenerator(table);
    return Arrays.stream(columns)
        .map(c -> keeping.contains(c.getName()) ? c : names.newCreator(c).createSpec())
        .toArray(DataColumnSpec[]::new);
  }

  /** A number as a cell; what is not a number is missing. */
  public static DataCell cell(double value) {
    return Double.isFinite(value) ? new DoubleCell(value) : DataType.getMissingCell();
  }
}
