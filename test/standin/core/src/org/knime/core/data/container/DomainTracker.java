// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.knime.core.data.BoundedValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomain;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.NominalValue;

/** Watches a column's cells: bounds, and the values while there are few. */
final class DomainTracker {
  private final DataColumnSpec column;
  private final Comparator<DataCell> order;
  private DataCell lower;
  private DataCell upper;
  private Set<DataCell> values;

  DomainTracker(DataColumnSpec column, boolean keepDomain) {
    this.column = column;
    DataColumnDomain domain = column.getDomain();
    boolean bounded = column.getType().isCompatible(BoundedValue.class);
    order = bounded ? column.getType().getComparator() : null;
    values = column.getType().isCompatible(NominalValue.class) ? new LinkedHashSet<>() : null;
    if (keepDomain) {
      lower = domain.getLowerBound();
      upper = domain.getUpperBound();
      if (values != null && domain.hasValues()) {
        values.addAll(domain.getValues());
      }
    }
  }

  void add(DataCell cell, int maxValues) {
    if (cell.isMissing()) {
      return;
    }
    if (values != null && values.add(cell) && values.size() > maxValues) {
      values = null;
    }
    if (order != null && !isNaN(cell)) {
      lower = lower == null || order.compare(cell, lower) < 0 ? cell : lower;
      upper = upper == null || order.compare(cell, upper) > 0 ? cell : upper;
    }
  }

  private static boolean isNaN(DataCell cell) {
    return cell instanceof DoubleValue && Double.isNaN(((DoubleValue) cell).getDoubleValue());
  }

  DataColumnSpec spec() {
    DataColumnSpecCreator creator = new DataColumnSpecCreator(column);
    creator.setDomain(new DataColumnDomainCreator(values, lower, upper).createDomain());
    return creator.createSpec();
  }
}
