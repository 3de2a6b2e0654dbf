// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/** Makes domains. */
public class DataColumnDomainCreator {
  private Set<? extends DataCell> values;
  private DataCell lower;
  private DataCell upper;

  public DataColumnDomainCreator() {}

  public DataColumnDomainCreator(DataColumnDomain domain) {
    this(domain.getValues(), domain.getLowerBound(), domain.getUpperBound());
  }

  public DataColumnDomainCreator(Set<? extends DataCell> values) {
    this(values, null, null);
  }

  public DataColumnDomainCreator(DataCell... values) {
    this(values, null, null);
  }

  public DataColumnDomainCreator(DataCell lower, DataCell upper) {
    this((Set<DataCell>) null, lower, upper);
  }

  public DataColumnDomainCreator(DataCell[] values, DataCell lower, DataCell upper) {
    this(values == null ? null : new LinkedHashSet<>(Arrays.asList(values)), lower, upper);
  }

  public DataColumnDomainCreator(Set<? extends DataCell> values, DataCell lower, DataCell upper) {
    this.values = values;
    this.lower = lower;
    this.upper = upper;
  }

  public DataColumnDomain createDomain() {
    return new DataColumnDomain(values, lower, upper);
  }
}
