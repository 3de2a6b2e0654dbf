// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices.filter;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.knime.core.standin.NotSaved;
import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util.ManualFilter;
import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util.PatternFilter;
import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util.PatternFilter.PatternMode;
import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.withtypes.TypedStringFilterMode;
import org.knime.node.parameters.persistence.Persistable;
import org.knime.node.parameters.persistence.Persistor;

/** Texts chosen by hand, by a pattern or by their type. */
public abstract class TypedStringFilter<T extends TypeFilter> implements Persistable {
  @Persistor(NotSaved.class)
  String[] m_selected;

  public TypedStringFilterMode m_mode = TypedStringFilterMode.MANUAL;
  public PatternFilter m_patternFilter = new PatternFilter();
  public ManualFilter m_manualFilter;
  public T m_typeFilter;

  protected TypedStringFilter(String[] initialSelected, T defaultTypeFilter) {
    m_manualFilter = new ManualFilter(initialSelected);
    m_typeFilter = defaultTypeFilter;
  }

  protected TypedStringFilter(List<String> initialSelected, T defaultTypeFilter) {
    this(initialSelected.toArray(String[]::new), defaultTypeFilter);
  }

  protected void setIncludeUnknownValues(boolean value) {
    m_manualFilter.m_includeUnknownColumns = value;
  }

  protected String[] getMissingSelected(String[] choices) {
    return m_mode == TypedStringFilterMode.MANUAL
        ? m_manualFilter.getUpdatedMissingValues(choices)
        : new String[0];
  }

  protected String[] getSelected(String[] choices, Function<T, String[]> byType) {
    return m_mode == TypedStringFilterMode.TYPE
        ? byType.apply(m_typeFilter)
        : Stream.of(choices).filter(getStringFilterPredicate()).toArray(String[]::new);
  }

  protected Predicate<String> getStringFilterPredicate() {
    return switch (m_mode) {
      case MANUAL -> m_manualFilter.getFilterPredicate();
      case REGEX -> m_patternFilter.getIsSelectedPredicate(PatternMode.REGEX);
      case WILDCARD -> m_patternFilter.getIsSelectedPredicate(PatternMode.WILDCARD);
      case TYPE -> throw new IllegalStateException("a type does not choose by name");
    };
  }
}
