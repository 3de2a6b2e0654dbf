// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container.filter;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which columns and rows of a table are read. */
public final class TableFilter {
  private final Set<Integer> columns;
  private final Long from;
  private final Long to;

  private TableFilter(Builder builder) {
    this.columns = builder.columns;
    this.from = builder.from;
    this.to = builder.to;
  }

  public static TableFilter materializeCols(int... indices) {
    return new Builder().withMaterializeColumnIndices(indices).build();
  }

  public Optional<Set<Integer>> getMaterializeColumnIndices() {
    return Optional.ofNullable(columns);
  }

  public Optional<Long> getFromRowIndex() {
    return Optional.ofNullable(from);
  }

  public Optional<Long> getToRowIndex() {
    return Optional.ofNullable(to);
  }

  /** Collects the choice; the row indices are both inclusive. */
  public static final class Builder {
    private Set<Integer> columns;
    private Long from;
    private Long to;

    public Builder() {}

    public Builder withMaterializeColumnIndices(int... indices) {
      columns = new TreeSet<>();
      Arrays.stream(indices).forEach(columns::add);
      return this;
    }

    public Builder withFromRowIndex(long index) {
      from = index;
      return this;
    }

    public Builder withToRowIndex(long index) {
      to = index;
      return this;
    }

    public TableFilter build() {
      return new TableFilter(this);
    }
  }
}
