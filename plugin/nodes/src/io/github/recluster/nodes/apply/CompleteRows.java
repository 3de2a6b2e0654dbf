// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.apply;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.nodes.table.MissingValues;
import io.github.recluster.nodes.table.TableRows;
import java.util.List;
import java.util.function.IntFunction;
import org.knime.core.data.DataCell;
import org.knime.core.node.KNIMEException;

/** Applies a model that needs all values of a row; counts the rows that lack one. */
public final class CompleteRows implements ApplyNodeModel.Application {
  /** What a model says of complete rows. */
  @FunctionalInterface
  public interface Model {
    /** The cells of the added columns, by row. */
    IntFunction<DataCell[]> apply(TableRows rows, Parallel parallel) throws KNIMEException;
  }

  private final Model model;
  private long rows;
  private long complete;
  private String firstGap;

  /** Begins a run with a model. */
  public CompleteRows(Model model) {
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
  public IntFunction<DataCell[]> apply(TableRows usable, Parallel parallel) throws KNIMEException {
    return model.apply(usable, parallel);
  }

  @Override
  public List<String> warnings() {
    return TableRows.skippedWarning(rows - complete, rows, firstGap).stream().toList();
  }
}
