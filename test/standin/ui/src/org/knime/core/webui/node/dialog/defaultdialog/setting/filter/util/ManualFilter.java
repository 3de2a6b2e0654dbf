// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.knime.node.parameters.persistence.Persistable;

/** Texts chosen one by one; new ones are in or out. */
public class ManualFilter implements Persistable {
  public String[] m_manuallySelected = {};
  public String[] m_manuallyDeselected = {};
  public boolean m_includeUnknownColumns;

  ManualFilter() {}

  public ManualFilter(String[] initialSelected) {
    this(initialSelected, new String[0], false);
  }

  public ManualFilter(String[] selected, String[] deselected, boolean includeUnknownValues) {
    m_manuallySelected = selected;
    m_manuallyDeselected = deselected;
    m_includeUnknownColumns = includeUnknownValues;
  }

  public Predicate<String> getFilterPredicate() {
    return m_includeUnknownColumns
        ? Predicate.not(Set.of(m_manuallyDeselected)::contains)
        : Set.of(m_manuallySelected)::contains;
  }

  public String[] getUpdatedMissingValues(String[] choices) {
    Set<String> known = Set.of(choices);
    return m_includeUnknownColumns
        ? new String[0]
        : Stream.of(m_manuallySelected).filter(s -> !known.contains(s)).toArray(String[]::new);
  }
}
