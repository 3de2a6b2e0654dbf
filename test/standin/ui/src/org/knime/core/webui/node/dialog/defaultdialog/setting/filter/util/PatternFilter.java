// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.knime.node.parameters.persistence.Persistable;

/** Texts chosen by a pattern that the whole text must fit. */
public class PatternFilter implements Persistable {
  public String m_pattern = "";
  public boolean m_isCaseSensitive;
  public boolean m_isInverted;

  public PatternFilter() {}

  public Predicate<String> getIsSelectedPredicate(PatternMode mode) {
    String pattern = m_isCaseSensitive ? m_pattern : m_pattern.toLowerCase(Locale.getDefault());
    Predicate<String> fits = pattern.isEmpty() ? s -> false : compile(mode, pattern)::test;
    Predicate<String> directed = m_isInverted ? fits.negate() : fits;
    return s -> directed.test(m_isCaseSensitive ? s : s.toLowerCase(Locale.getDefault()));
  }

  private static Predicate<String> compile(PatternMode mode, String pattern) {
    if (mode == PatternMode.REGEX) {
      return Pattern.compile(pattern).asMatchPredicate();
    }
    String regex =
        pattern
            .chars()
            .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
            .collect(Collectors.joining());
    return Pattern.compile(regex, Pattern.DOTALL).asMatchPredicate();
  }

  /** How a pattern is written. */
  public enum PatternMode {
    REGEX,
    WILDCARD
  }
}
