// SPDX-License-Identifier: Apache-2.0
package org.knime.core.util;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;

/** Finds names that are not taken: {@code name (#1)} after {@code name}. */
public final class UniqueNameGenerator {
  private final Set<String> taken = new HashSet<>();

  public UniqueNameGenerator(DataTableSpec spec) {
    taken.addAll(List.of(spec.getColumnNames()));
  }

  public UniqueNameGenerator(Set<String> names) {
    taken.addAll(names);
  }

  public String newName(String wanted) {
    String name = wanted.trim();
    for (int i = 1; !taken.add(name); i++) {
      name = wanted.trim() + " (#" + i + ")";
    }
    return name;
  }

  public DataColumnSpecCreator newCreator(String wanted, DataType type) {
    return new DataColumnSpecCreator(newName(wanted), type);
  }

  public DataColumnSpecCreator newCreator(DataColumnSpec wanted) {
    DataColumnSpecCreator creator = new DataColumnSpecCreator(wanted);
    creator.setName(newName(wanted.getName()));
    return creator;
  }

  public DataColumnSpec newColumn(String wanted, DataType type) {
    return newCreator(wanted, type).createSpec();
  }
}
