// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.apply;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Counts the rows whose category a model has not seen, column by column. */
public final class UnknownCategories {
  private final Map<String, Long> rows = new LinkedHashMap<>();

  /** Counts some more rows of a column. */
  public void add(String column, int count) {
    if (count > 0) {
      rows.merge(column, (long) count, Long::sum);
    }
  }

  /**
   * A sentence a column.
   *
   * @param became what such a category is taken for in a column: "a missing value"
   */
  public List<String> warnings(Function<String, String> became) {
    return rows.entrySet().stream()
        .map(
            entry ->
                String.format(
                    Locale.ROOT,
                    "%,d %s a category in column \"%s\" that the model has not seen; it is %s there.",
                    entry.getValue(),
                    entry.getValue() == 1 ? "row has" : "rows have",
                    entry.getKey(),
                    became.apply(entry.getKey())))
        .toList();
  }
}
