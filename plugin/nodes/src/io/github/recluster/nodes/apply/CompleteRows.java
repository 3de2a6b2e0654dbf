// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.apply;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.nodes.table.MissingValues;
import io.github.recluster.nodes.table.TableRows;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import org.knime.core.data.DataCell;
import org.knime.core.node.KNIMEException;

/** Applies a model that needs all values of a row; counts the rows that lack one. */
public final class CompleteRows implements ApplyNodeModel.Application {
  private final BiFunction<TableRows, Parallel, IntFunction<DataCell[]>> model;
  private long rows;
  private long complete;
  private String firstGap;

  /** Begins a run with a model. */
  public CompleteRows(BiFunction<TableRows, Parallel, IntFunction<DataCell[]>> model) {
    this.model = model;
  }

  @Override
  public TableRows usable(TableRows read) throws KNIMEException {
    TableRows usable = read.complete(MissingValues.SKIP);
    rows += read.rows();
    complete += usable.rows();
    firstGap = firstGap == null ? read.firstGap() : firstGap;
    return usable;
  }

  @Override
  public IntFunction<DataCell[]> apply(TableRows usable, Parallel parallel) {
    return model.apply(usable, parallel);
  }

  @Override
  public List<String> warnings() {
    return TableRows.skippedWarning(rows - complete, rows, firstGap).stream().toList();
  }
}
