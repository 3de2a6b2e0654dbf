// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** What is known of a column's values: the possible ones, the smallest, the largest. */
public final class DataColumnDomain {
  private final Set<DataCell> values;
  private final DataCell lower;
  private final DataCell upper;

  DataColumnDomain(Set<? extends DataCell> values, DataCell lower, DataCell upper) {
    this.values = values == null ? null : Collections.unmodifiableSet(new LinkedHashSet<>(values));
    this.lower = lower == null || lower.isMissing() ? null : lower;
    this.upper = upper == null || upper.isMissing() ? null : upper;
  }

  public Set<DataCell> getValues() {
    return values;
  }

  public boolean hasValues() {
    return values != null;
  }

  public DataCell getLowerBound() {
    return lower;
  }

  public boolean hasLowerBound() {
    return lower != null;
  }

  public DataCell getUpperBound() {
    return upper;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DataColumnDomain
        && Objects.equals(values, ((DataColumnDomain) other).values)
        && Objects.equals(lower, ((DataColumnDomain) other).lower)
        && Objects.equals(upper, ((DataColumnDomain) other).upper);
  }

  @Override
  public int hashCode() {
    return Objects.hash(values, lower, upper);
  }

  @Override
  public String toString() {
    return "values=" + values + ", lower=" + lower + ", upper=" + upper;
  }

  public void save(ConfigWO config) {
    if (lower != null) {
      config.addDataCell("lower_bound", lower);
    }
    if (upper != null) {
      config.addDataCell("upper_bound", upper);
    }
    if (values != null) {
      config.addDataCellArray("possible_values", values.toArray(new DataCell[0]));
    }
  }

  public static DataColumnDomain load(ConfigRO config) {
    Set<DataCell> values = null;
    try {
      if (config.containsKey("possible_values")) {
        values = new LinkedHashSet<>(List.of(config.getDataCellArray("possible_values")));
      }
    } catch (InvalidSettingsException e) {
      values = null;
    }
    return new DataColumnDomain(
        values, config.getDataCell("lower_bound", null), config.getDataCell("upper_bound", null));
  }
}
