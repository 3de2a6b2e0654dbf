// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.streamable.StreamableFunction;

/** Drops, moves, replaces and adds columns of a table; new cells see the whole input row. */
public class ColumnRearranger {
  /** An output column: an input column, or the {@code index}-th column of a factory. */
  private static final class Column {
    final DataColumnSpec spec;
    final CellFactory factory;
    final int index;

    Column(DataColumnSpec spec, CellFactory factory, int index) {
      this.spec = spec;
      this.factory = factory;
      this.index = index;
    }
  }

  private final DataTableSpec input;
  private final List<Column> columns = new ArrayList<>();

  public ColumnRearranger(DataTableSpec input) {
    this.input = input;
    for (int i = 0; i < input.getNumColumns(); i++) {
      columns.add(new Column(input.getColumnSpec(i), null, i));
    }
  }

  public final int indexOf(String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).spec.getName().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private int[] indicesOf(String... names) {
    return Arrays.stream(names)
        .mapToInt(
            name -> {
              int i = indexOf(name);
              if (i < 0) {
                throw new IllegalArgumentException("No such column: " + name);
              }
              return i;
            })
        .toArray();
  }

  public final void keepOnly(int... indices) {
    Set<Integer> keep = new LinkedHashSet<>();
    Arrays.stream(indices).forEach(keep::add);
    retain(keep, true);
  }

  public final void keepOnly(String... names) {
    keepOnly(indicesOf(names));
  }

  public final void remove(int... indices) {
    Set<Integer> drop = new LinkedHashSet<>();
    Arrays.stream(indices).forEach(drop::add);
    retain(drop, false);
  }

  public final void remove(String... names) {
    remove(indicesOf(names));
  }

  private void retain(Set<Integer> indices, boolean listed) {
    List<Column> old = new ArrayList<>(columns);
    columns.clear();
    for (int i = 0; i < old.size(); i++) {
      if (indices.contains(i) == listed) {
        columns.add(old.get(i));
      }
    }
  }

  public final void move(int from, int to) {
    columns.add(to, columns.remove(from));
  }

  public final void move(String name, int to) {
    move(indicesOf(name)[0], to);
  }

  public final void insertAt(int position, CellFactory factory) {
    DataColumnSpec[] specs = factory.getColumnSpecs();
    for (int i = 0; i < specs.length; i++) {
      columns.add(position + i, new Column(specs[i], factory, i));
    }
  }

  public final void append(CellFactory factory) {
    insertAt(columns.size(), factory);
  }

  public final void replace(CellFactory factory, String name) {
    replace(factory, indicesOf(name));
  }

  public final void replace(CellFactory factory, int... indices) {
    DataColumnSpec[] specs = factory.getColumnSpecs();
    if (specs.length != indices.length) {
      throw new IndexOutOfBoundsException(
          "Can't replace " + indices.length + " columns by " + specs.length);
    }
    for (int i = 0; i < indices.length; i++) {
      columns.set(indices[i], new Column(specs[i], factory, i));
    }
  }

  public final DataTableSpec createSpec() {
    DataColumnSpec[] specs = columns.stream().map(c -> c.spec).toArray(DataColumnSpec[]::new);
    return new DataTableSpecCreator().setName(input.getName()).addColumns(specs).createSpec();
  }

  public final StreamableFunction createStreamableFunction() {
    return createStreamableFunction(0, 0);
  }

  public final StreamableFunction createStreamableFunction(int inPort, int outPort) {
    return new StreamableFunction(inPort, outPort) {
      @Override
      public DataRow compute(DataRow row, long rowIndex) {
        return apply(row, rowIndex);
      }

      @Override
      public void finish() {
        ColumnRearranger.this.finish();
      }
    };
  }

  private DataRow apply(DataRow row, long rowIndex) {
    Map<CellFactory, DataCell[]> made = new LinkedHashMap<>();
    DataCell[] cells = new DataCell[columns.size()];
    for (int i = 0; i < cells.length; i++) {
      Column column = columns.get(i);
      if (column.factory == null) {
        cells[i] = row.getCell(column.index);
      } else {
        DataCell[] news =
            made.computeIfAbsent(column.factory, factory -> factory.getCells(row, rowIndex));
        cells[i] = news[column.index];
      }
    }
    return new DefaultRow(row.getKey(), cells);
  }

  private void finish() {
    columns.stream()
        .map(column -> column.factory)
        .filter(AbstractCellFactory.class::isInstance)
        .distinct()
        .forEach(factory -> ((AbstractCellFactory) factory).afterProcessing());
  }
}
