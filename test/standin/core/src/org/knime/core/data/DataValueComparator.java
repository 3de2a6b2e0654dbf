// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.Comparator;

/** The order of cells; missing cells come first. */
public abstract class DataValueComparator implements Comparator<DataCell> {
  protected DataValueComparator() {}

  @Override
  public final int compare(DataCell a, DataCell b) {
    if (a.isMissing() || b.isMissing()) {
      return Boolean.compare(b.isMissing(), a.isMissing());
    }
    return compareDataValues(a, b);
  }

  protected abstract int compareDataValues(DataValue a, DataValue b);
}
